package app.emaki.account;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every template the viewer (null when signed out) and the instance. */
@ControllerAdvice
class ViewerAdvice {
    private final Instances instances;

    ViewerAdvice(Instances instances) {
        this.instances = instances;
    }

    @ModelAttribute("viewer")
    @Nullable
    Object viewer(HttpServletRequest request) {
        return request.getAttribute(ViewerFilter.VIEWER);
    }

    @ModelAttribute("instance")
    Instance instance() {
        return instances.current();
    }
}
