package app.emaki.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.SessionFlashMapManager;

/** What one page leaves for the next is asked for by pages alone: a static file needs no session, and so no database. */
@Component(DispatcherServlet.FLASH_MAP_MANAGER_BEAN_NAME)
class FlashesOfPages extends SessionFlashMapManager {

    @Override
    protected @Nullable List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/assets/") ? null : super.retrieveFlashMaps(request);
    }
}
