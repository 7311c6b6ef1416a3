package app.emaki;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Component;

class ModularityTests {

    @Test
    void modulesCallOnlyWhatTheyDeclare() {
        ApplicationModules.of(EmakiApplication.class).verify();
    }

    /** Spring calls a bean by the simple name of its class, so that two modules may not have the same one; it would not start. */
    @Test
    void noTwoBeansShareAName() {
        var beans = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("app.emaki").stream()
                        .filter(it -> !it.isInterface() && !it.isAnnotation())
                        .filter(it -> it.isMetaAnnotatedWith(Component.class))
                        .collect(Collectors.groupingBy(
                                JavaClass::getSimpleName, Collectors.mapping(JavaClass::getName, Collectors.toList())));
        assertThat(beans.values().stream().filter(names -> names.size() > 1))
                .extracting(List::toString)
                .isEmpty();
        assertThat(beans).hasSizeGreaterThan(100);
    }
}
