package app.emaki.account;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lets an admin rename the place after the set-up. */
@Controller
class InstanceController {
    private static final String PAGE = "account/place";

    private final Instances instances;

    InstanceController(Instances instances) {
        this.instances = instances;
    }

    @ModelAttribute("kinds")
    Instance.Kind[] kinds() {
        return Instance.Kind.values();
    }

    @GetMapping("/admin/instance")
    String show(Model model) {
        model.addAttribute("place", InstanceForm.of(instances.current()));
        return PAGE;
    }

    @PutMapping("/admin/instance")
    String change(@ModelAttribute("place") InstanceForm form, BindingResult errors, RedirectAttributes toast) {
        form.check(errors);
        if (errors.hasErrors()) {
            return PAGE;
        }
        instances.change(form.instance());
        toast.addFlashAttribute("toast", "account.settings.kept");
        return "redirect:/admin/instance";
    }
}
