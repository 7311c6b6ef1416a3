package app.emaki.model.remote;

import app.emaki.model.Aspect;
import app.emaki.model.VideoModels;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The models of one backend: what each can do, what it costs, and what it is sent. */
@Controller
@RequestMapping("/admin/backends/{id}/models")
class BackendModelsController {
    private final RemoteBackends remote;
    private final RemoteBackendRepository rows;
    private final Trials trials;
    private final VideoModels models;

    BackendModelsController(RemoteBackends remote, RemoteBackendRepository rows, Trials trials, VideoModels models) {
        this.remote = remote;
        this.rows = rows;
        this.trials = trials;
        this.models = models;
    }

    @GetMapping("/new")
    String fresh(@PathVariable String id, @RequestParam(defaultValue = "") String remote, Model model) {
        var backend = changeable(id);
        model.addAttribute("form", ModelForm.fresh(backend.dialect(), remote));
        return page(backend, true, model);
    }

    @PostMapping
    String add(
            @PathVariable String id,
            @ModelAttribute("form") ModelForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        if (models.offer(BackendForm.text(form.id())).isPresent()) {
            errors.rejectValue("id", "model.form.taken");
        }
        return keep(changeable(id), true, form, errors, model, flash);
    }

    @GetMapping("/{name}")
    String show(@PathVariable String id, @PathVariable String name, Model model) {
        var backend = changeable(id);
        model.addAttribute("form", ModelForm.of(known(backend, name)));
        return page(backend, false, model);
    }

    @PutMapping("/{name}")
    String change(
            @PathVariable String id,
            @PathVariable String name,
            @ModelAttribute("form") ModelForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        var backend = changeable(id);
        if (!known(backend, name).id().equals(form.id())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return keep(backend, false, form, errors, model, flash);
    }

    @DeleteMapping("/{name}")
    String remove(@PathVariable String id, @PathVariable String name, RedirectAttributes flash) {
        rows.delete(changeable(id).id(), name);
        remote.changed(id);
        flash.addFlashAttribute("toast", "model.model.removed");
        return "redirect:/admin/backends/" + id;
    }

    /** Makes the smallest film, to see whether it works. */
    @PostMapping("/{name}/trial")
    String tryOut(@PathVariable String id, @PathVariable String name, RedirectAttributes flash) {
        var backend = remote.find(id).orElseThrow(BackendModelsController::notFound);
        trials.begin(models.backend(id).orElseThrow(BackendModelsController::notFound), known(backend, name));
        flash.addFlashAttribute("toast", "model.trial.begun");
        return "redirect:/admin/backends/" + id + "#models";
    }

    private String keep(
            RemoteBackend backend,
            boolean fresh,
            ModelForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        form.check(backend.dialect(), errors);
        if (errors.hasErrors()) {
            return page(backend, fresh, model);
        }
        rows.save(backend.id(), form.model());
        remote.changed(backend.id());
        flash.addFlashAttribute("toast", "model.model.kept");
        return "redirect:/admin/backends/" + backend.id();
    }

    private static String page(RemoteBackend backend, boolean fresh, Model model) {
        model.addAttribute("backend", backend);
        model.addAttribute("fresh", fresh);
        model.addAttribute("aspects", Aspect.values());
        model.addAttribute("inputs", backend.dialect().inputs());
        return "model/model";
    }

    private RemoteBackend changeable(String id) {
        return Optional.of(id)
                .filter(it -> !remote.fixed(it))
                .flatMap(remote::find)
                .orElseThrow(BackendModelsController::notFound);
    }

    private static RemoteModel known(RemoteBackend backend, String name) {
        return backend.models().stream()
                .filter(it -> it.id().equals(name))
                .findFirst()
                .orElseThrow(BackendModelsController::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
