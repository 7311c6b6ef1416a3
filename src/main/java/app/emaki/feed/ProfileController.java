package app.emaki.feed;

import app.emaki.account.Viewer;
import app.emaki.platform.Cursor;
import app.emaki.platform.Page;
import app.emaki.social.Privacy;
import app.emaki.video.VideoCard;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of a person. */
@Controller
class ProfileController {
    private final ProfileQuery profiles;
    private final CircleQuery circles;
    private final Privacy privacy;

    ProfileController(ProfileQuery profiles, CircleQuery circles, Privacy privacy) {
        this.privacy = privacy;
        this.circles = circles;
        this.profiles = profiles;
    }

    @GetMapping("/@{handle}")
    String page(
            Viewer viewer,
            @PathVariable String handle,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String tab,
            Model model) {
        var profile = profiles.find(handle, viewer.id()).orElseThrow(NotHere::new);
        if (profile.severed() && !profile.blocking()) {
            throw new NotHere();
        }
        boolean shut = profile.severed() || !profile.open();
        boolean unlisted = profile.own() && tab.equals("unlisted");
        var before = Cursor.parse(after).orElse(null);
        Page<VideoCard> videos = shut
                ? new Page<>(List.of(), null)
                : unlisted
                        ? profiles.unlisted(profile.id(), before)
                        : profiles.videos(profile.id(), viewer.id(), before);
        model.addAttribute("profile", profile);
        model.addAttribute(
                "pinned", shut || unlisted || before != null ? List.of() : profiles.pinned(profile.id(), viewer.id()));
        model.addAttribute("videos", videos);
        model.addAttribute("unlisted", unlisted);
        model.addAttribute(
                "atom",
                privacy.allows(Privacy.Part.PROFILE, profile.id(), null) ? "/@" + profile.handle() + "/atom" : null);
        return "feed/profile";
    }

    @GetMapping("/@{handle}/followers")
    String followers(
            Viewer viewer, @PathVariable String handle, @RequestParam(defaultValue = "") String after, Model model) {
        return circle(viewer, handle, after, true, model);
    }

    @GetMapping("/@{handle}/following")
    String following(
            Viewer viewer, @PathVariable String handle, @RequestParam(defaultValue = "") String after, Model model) {
        return circle(viewer, handle, after, false, model);
    }

    private String circle(Viewer viewer, String handle, String after, boolean followers, Model model) {
        var profile = profiles.find(handle, viewer.id())
                .filter(found -> !found.severed() && (followers ? found.showsFollowers() : found.showsFollowed()))
                .orElseThrow(NotHere::new);
        var before = Cursor.parse(after).orElse(null);
        model.addAttribute("profile", profile);
        model.addAttribute("followers", followers);
        model.addAttribute(
                "members",
                followers
                        ? circles.followers(profile.id(), viewer.id(), before)
                        : circles.followed(profile.id(), viewer.id(), before));
        return "feed/circle";
    }
}
