package app.emaki.account;

import app.emaki.platform.web.Site;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the console, in one line, where Emaki is and on the first run how to set it up. */
@Component
class Greeting {
    private final Accounts accounts;
    private final SetupLink link;
    private final Site site;
    private volatile @Nullable Integer port;

    Greeting(Accounts accounts, SetupLink link, Site site) {
        this.accounts = accounts;
        this.link = link;
        this.site = site;
    }

    @EventListener
    void on(WebServerInitializedEvent started) {
        if (started.getApplicationContext().getServerNamespace() == null) {
            port = started.getWebServer().getPort();
        }
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        var open = port;
        if (open != null) {
            System.out.println(words(site.address(open)));
        }
    }

    private String words(String address) {
        return accounts.hasAdmin()
                ? "Emaki is ready at " + address
                : "Emaki is ready at " + address + " - first run: open " + address + "/setup/" + link.renew();
    }
}
