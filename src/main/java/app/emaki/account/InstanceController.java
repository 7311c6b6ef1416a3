package app.emaki.account;

import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lets an admin rename the place after the set-up. */
@Controller
class InstanceController {
    private final Instances instances;

    InstanceController(Instances instances) {
        this.instances = instances;
    }

    @PutMapping("/admin/instance")
    String change(@ModelAttribute("place") InstanceForm form, BindingResult errors, RedirectAttributes toast) {
        form.check(errors);
        if (errors.hasErrors()) {
            toast.addFlashAttribute("toast", errors.getFieldErrors().getFirst().getCode());
        } else {
            instances.change(form.instance());
            toast.addFlashAttribute("toast", "account.settings.kept");
        }
        return "redirect:/settings";
    }
}
