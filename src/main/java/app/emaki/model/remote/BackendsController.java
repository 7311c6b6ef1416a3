package app.emaki.model.remote;

import app.emaki.model.BackendException;
import app.emaki.model.Backends;
import app.emaki.model.Outages;
import app.emaki.model.VideoModels;
import java.util.ArrayList;
import java.util.Collections;
import java.util.stream.Collectors;
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

/** The admin's page of backends: which there are, how they are, and in what order their models are offered. */
@Controller
@RequestMapping("/admin/backends")
class BackendsController {
    private static final String LIST = "redirect:/admin/backends";

    private final RemoteBackends remote;
    private final RemoteBackendRepository rows;
    private final Health health;
    private final Outages outages;
    private final Trials trials;
    private final VideoModels models;
    private final Backends choices;

    BackendsController(
            RemoteBackends remote,
            RemoteBackendRepository rows,
            Health health,
            Outages outages,
            Trials trials,
            VideoModels models,
            Backends choices) {
        this.remote = remote;
        this.rows = rows;
        this.health = health;
        this.outages = outages;
        this.trials = trials;
        this.models = models;
        this.choices = choices;
    }

    @GetMapping
    String list(Model model) {
        var slots = models.slots();
        model.addAttribute("slots", slots);
        model.addAttribute("remote", remote.all().stream().collect(Collectors.toMap(RemoteBackend::id, it -> it)));
        model.addAttribute(
                "health",
                slots.stream()
                        .collect(Collectors.toMap(VideoModels.Slots::backend, it -> health.report(it.backend()))));
        model.addAttribute(
                "offers",
                models.offers().stream()
                        .collect(Collectors.groupingBy(
                                it -> it.backend(), Collectors.mapping(it -> it.name(), Collectors.joining(", ")))));
        model.addAttribute("dialects", Dialect.values());
        return "model/backends";
    }

    @GetMapping("/new")
    String fresh(@RequestParam(defaultValue = "OPENAI") Dialect dialect, Model model) {
        model.addAttribute("form", BackendForm.fresh(dialect));
        return "model/new";
    }

    @PostMapping
    String add(@ModelAttribute("form") BackendForm form, BindingResult errors, RedirectAttributes flash) {
        form.check(true, errors);
        var id = BackendForm.text(form.id());
        if (models.backend(id).isPresent()) {
            errors.rejectValue("id", "model.form.taken");
        }
        var dialect = form.dialect();
        if (errors.hasErrors() || dialect == null) {
            return dialect == null ? "redirect:/admin/backends" : "model/new";
        }
        rows.save(form.backend(id, dialect));
        remote.changed(id);
        flash.addFlashAttribute("toast", "model.added");
        return page(id);
    }

    @GetMapping("/{id}")
    String show(@PathVariable String id, Model model) {
        var backend = known(id);
        model.addAttribute("form", BackendForm.of(backend));
        return page(backend, model);
    }

    @PutMapping("/{id}")
    String change(
            @PathVariable String id,
            @ModelAttribute("form") BackendForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        var backend = changeable(id);
        form.check(false, errors);
        if (errors.hasErrors()) {
            return page(backend, model);
        }
        rows.save(form.backend(id, backend.dialect()));
        remote.changed(id);
        flash.addFlashAttribute("toast", "model.kept");
        return page(id);
    }

    @DeleteMapping("/{id}")
    String remove(@PathVariable String id, RedirectAttributes flash) {
        rows.delete(changeable(id).id());
        remote.changed(id);
        flash.addFlashAttribute("toast", "model.removed");
        return LIST;
    }

    /** Asks the backend who it is; what it answers is shown once. */
    @PostMapping("/{id}/check")
    String check(@PathVariable String id, RedirectAttributes flash) {
        var backend = known(id);
        try {
            var names = remote.client(backend).models();
            health.forget(id);
            health.well(id);
            outages.up(id);
            flash.addFlashAttribute("found", names);
        } catch (BackendException e) {
            flash.addFlashAttribute("trouble", e.getMessage());
        } catch (IllegalArgumentException e) {
            flash.addFlashAttribute("trouble", String.valueOf(e.getMessage()));
        }
        return page(id) + "#check";
    }

    @PutMapping("/{id}/draining")
    String drain(@PathVariable String id) {
        models.backend(id).ifPresent(it -> choices.drain(it.backend(), true));
        return LIST;
    }

    @DeleteMapping("/{id}/draining")
    String open(@PathVariable String id) {
        models.backend(id).ifPresent(it -> choices.drain(it.backend(), false));
        return LIST;
    }

    /** Its models are offered before those of the backend that stood above it. */
    @PutMapping("/{id}/place")
    String raise(@PathVariable String id) {
        var order = new ArrayList<>(
                models.slots().stream().map(VideoModels.Slots::backend).toList());
        int place = order.indexOf(id);
        if (place > 0) {
            Collections.swap(order, place, place - 1);
            choices.order(order);
            rows.count();
            remote.changed(id);
        }
        return LIST;
    }

    private String page(RemoteBackend backend, Model model) {
        model.addAttribute("backend", backend);
        model.addAttribute("fixed", remote.fixed(backend.id()));
        model.addAttribute("health", health.report(backend.id()));
        model.addAttribute(
                "trials",
                backend.models().stream()
                        .filter(it -> trials.find(it.id()).isPresent())
                        .collect(Collectors.toMap(
                                RemoteModel::id, it -> trials.find(it.id()).orElseThrow())));
        return "model/backend";
    }

    private RemoteBackend known(String id) {
        return remote.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private RemoteBackend changeable(String id) {
        if (remote.fixed(id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return known(id);
    }

    private static String page(String id) {
        return "redirect:/admin/backends/" + id;
    }
}
