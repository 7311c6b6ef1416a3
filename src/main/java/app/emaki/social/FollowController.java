package app.emaki.social;

import app.emaki.account.Accounts;
import app.emaki.account.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** Following, muting and blocking a person. */
@Controller
@RequestMapping("/@{handle}")
class FollowController {
    private final Follows follows;
    private final Accounts accounts;

    FollowController(Follows follows, Accounts accounts) {
        this.follows = follows;
        this.accounts = accounts;
    }

    @PutMapping("/follow")
    ResponseEntity<Void> follow(Viewer viewer, @PathVariable String handle, HttpServletRequest request) {
        follows.follow(viewer, person(handle));
        return Answer.done(request, "/@" + handle);
    }

    @DeleteMapping("/follow")
    ResponseEntity<Void> unfollow(Viewer viewer, @PathVariable String handle, HttpServletRequest request) {
        follows.unfollow(viewer, person(handle));
        return Answer.done(request, "/@" + handle);
    }

    @PutMapping("/block")
    ResponseEntity<Void> block(Viewer viewer, @PathVariable String handle, HttpServletRequest request) {
        follows.block(viewer, person(handle));
        return Answer.done(request, "/@" + handle);
    }

    @DeleteMapping("/block")
    ResponseEntity<Void> unblock(Viewer viewer, @PathVariable String handle, HttpServletRequest request) {
        follows.unblock(viewer, person(handle));
        return Answer.done(request, "/@" + handle);
    }

    @PutMapping("/mute")
    ResponseEntity<Void> mute(Viewer viewer, @PathVariable String handle, HttpServletRequest request) {
        follows.mute(viewer, person(handle));
        return Answer.done(request, "/@" + handle);
    }

    @DeleteMapping("/mute")
    ResponseEntity<Void> unmute(Viewer viewer, @PathVariable String handle, HttpServletRequest request) {
        follows.unmute(viewer, person(handle));
        return Answer.done(request, "/@" + handle);
    }

    private UUID person(String handle) {
        return accounts.find(handle)
                .filter(Viewer::active)
                .map(Viewer::id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
