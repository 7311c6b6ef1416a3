package app.emaki.policy;

import app.emaki.platform.AdminAct;
import app.emaki.platform.PublicId;
import app.emaki.policy.PolicyRule.Kind;
import app.emaki.policy.PolicyRules.Row;
import app.emaki.policy.Verdict.Effect;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the admin writes the rules on words: one by one after a rehearsal, or as a file; and tries them on a text. */
@Controller
@RequestMapping("/admin/policy")
class PolicyController {
    private static final String HOME = "redirect:/admin/policy";
    private static final int LONGEST_TRIAL = 4000;

    private final PolicyRules rules;
    private final ContentPolicy policy;
    private final Rehearsal rehearsal;
    private final RuleFile file;
    private final ApplicationEventPublisher events;

    PolicyController(
            PolicyRules rules,
            ContentPolicy policy,
            Rehearsal rehearsal,
            RuleFile file,
            ApplicationEventPublisher events) {
        this.rules = rules;
        this.policy = policy;
        this.rehearsal = rehearsal;
        this.file = file;
        this.events = events;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable Kind kind,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String before,
            Model model) {
        var rows = rules.page(
                kind,
                q.strip(),
                Optional.ofNullable(before).flatMap(PublicId::parse).orElse(null));
        var shown = rows.size() > PolicyRules.PAGE ? rows.subList(0, PolicyRules.PAGE) : rows;
        model.addAttribute("rules", shown);
        model.addAttribute(
                "next", rows.size() > shown.size() ? PublicId.of(shown.getLast().id()) : null);
        model.addAttribute("kind", kind);
        model.addAttribute("q", q);
        model.addAttribute("kinds", Kind.values());
        return "policy/rules";
    }

    /** The test box: what every rule together says of a text. */
    @PostMapping("/trial")
    String tryOut(@RequestParam(defaultValue = "") String text, Locale locale, Model model) {
        var cut = text.length() > LONGEST_TRIAL ? text.substring(0, LONGEST_TRIAL) : text;
        model.addAttribute("tried", cut);
        model.addAttribute("verdict", policy.judge(Use.PROMPT, cut, locale.getLanguage()));
        return list(null, "", null, model);
    }

    @GetMapping("/rules/new")
    String fresh(Model model) {
        return page(null, RuleForm.fresh(), model);
    }

    @GetMapping("/rules/{id}")
    String show(@PathVariable String id, Model model) {
        var row = find(id);
        return page(row.id(), RuleForm.of(row), model);
    }

    @PostMapping("/rules")
    @Transactional
    public String add(
            Principal who,
            @ModelAttribute("form") RuleForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        return save(who, null, form, errors, model, flash);
    }

    @PutMapping("/rules/{id}")
    @Transactional
    public String change(
            Principal who,
            @PathVariable String id,
            @ModelAttribute("form") RuleForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        return save(who, find(id).id(), form, errors, model, flash);
    }

    @DeleteMapping("/rules/{id}")
    @Transactional
    public String delete(
            Principal who,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes flash) {
        var row = find(id);
        rules.delete(row.id());
        done(who, "policy.act.deleted", row.terms().term(), why);
        flash.addFlashAttribute("toast", "policy.rule.deleted");
        return HOME;
    }

    @GetMapping(path = "/rules.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> export() {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"emaki-policy.json\"")
                .body(file.write());
    }

    @PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String take(Principal who, @RequestParam MultipartFile rules, RedirectAttributes flash) throws IOException {
        try {
            int count = file.read(new String(rules.getBytes(), StandardCharsets.UTF_8));
            done(who, "policy.act.imported", String.valueOf(count), "");
            flash.addFlashAttribute("toast", "policy.imported");
            flash.addFlashAttribute("toastWith", List.of(count));
        } catch (RuleFile.BadFile bad) {
            flash.addFlashAttribute("badFile", bad.line());
        }
        return HOME;
    }

    /** First the rehearsal, then, if nothing was changed after it, the rule. */
    private String save(
            Principal who,
            @Nullable UUID id,
            RuleForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        form.check(errors);
        rules.find(form.terms().pattern(), form.terms().term())
                .filter(other -> !other.id().equals(id))
                .ifPresent(other -> errors.rejectValue("term", "policy.rule.term.taken"));
        if (errors.hasErrors()) {
            return page(id, form, model);
        }
        if (!form.wasRehearsed()) {
            model.addAttribute("rehearsal", rehearsal.of(id, form.terms(), form.force()));
            return page(id, form, model);
        }
        try {
            rules.keep(id, form.terms(), form.force());
        } catch (DuplicateKeyException e) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, "Somebody else wrote this rule just now", e);
        }
        done(
                who,
                id == null ? "policy.act.added" : "policy.act.changed",
                form.terms().term(),
                form.reason());
        flash.addFlashAttribute("toast", "policy.rule.kept");
        return HOME;
    }

    private void done(Principal who, String act, String subject, String why) {
        policy.forget();
        events.publishEvent(new AdminAct(UUID.fromString(who.getName()), act, subject, why));
    }

    private Row find(String id) {
        return PublicId.parse(id)
                .flatMap(rules::find)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String page(@Nullable UUID id, RuleForm form, Model model) {
        model.addAttribute("id", id == null ? null : PublicId.of(id));
        model.addAttribute("form", form);
        model.addAttribute("print", form.print());
        model.addAttribute("kinds", Kind.values());
        model.addAttribute("effects", Effect.values());
        return "policy/rule";
    }
}
