package app.emaki;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void modulesCallOnlyWhatTheyDeclare() {
        ApplicationModules.of(EmakiApplication.class).verify();
    }
}
