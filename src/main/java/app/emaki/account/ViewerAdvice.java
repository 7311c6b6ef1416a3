package app.emaki.account;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every template the viewer (null when signed out) and the instance. */
@ControllerAdvice
class ViewerAdvice {
    private final Instances instances;

    ViewerAdvice(Instances instances) {
        this.instances = instances;
    }

    @ModelAttribute
    void viewer(HttpServletRequest request, Model model) {
        model.addAttribute("viewer", request.getAttribute(ViewerFilter.VIEWER))
                .addAttribute("instance", instances.current());
    }
}
