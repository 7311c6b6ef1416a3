package app.emaki.platform.web;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every template the folder of the static files. */
@ControllerAdvice
class AssetsAdvice {
    private final Assets assets;

    AssetsAdvice(Assets assets) {
        this.assets = assets;
    }

    @ModelAttribute("assets")
    String assets() {
        return assets.path();
    }
}
