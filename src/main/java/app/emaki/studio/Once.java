package app.emaki.studio;

import app.emaki.platform.Ids;
import app.emaki.platform.PublicId;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives forms that order films a name each time they are shown, so that one pressed twice orders once. */
@ControllerAdvice(basePackageClasses = Once.class)
class Once {
    private final Ids ids;

    Once(Ids ids) {
        this.ids = ids;
    }

    @ModelAttribute("once")
    String name() {
        return PublicId.of(ids.next());
    }
}
