package app.emaki.attack;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What a request of a page can carry, read off the controllers themselves: a new field is there as soon as it is written. */
final class Fields {
    private static final Map<RequestMappingHandlerMapping, List<Field>> KNOWN = new ConcurrentHashMap<>();

    private Fields() {}

    static Stream<Field> of(RequestMappingHandlerMapping mapping) {
        return KNOWN.computeIfAbsent(mapping, Fields::read).stream();
    }

    private static List<Field> read(RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods().entrySet().stream()
                .flatMap(route -> route.getKey().getPatternValues().stream()
                        .flatMap(pattern -> route.getKey().getMethodsCondition().getMethods().stream()
                                .flatMap(method -> fields(route.getValue())
                                        .map(named -> new Field(method + " " + pattern, named.name(), named.type())))))
                .toList();
    }

    private static Stream<Named> fields(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters()).flatMap(Fields::fields);
    }

    private static Stream<Named> fields(MethodParameter parameter) {
        parameter.initParameterNameDiscovery(new org.springframework.core.DefaultParameterNameDiscoverer());
        var type = parameter.getParameterType();
        if (parameter.hasParameterAnnotation(RequestParam.class)
                || parameter.hasParameterAnnotation(RequestHeader.class)) {
            return Stream.of(new Named(String.valueOf(parameter.getParameterName()), type));
        }
        return parameter.hasParameterAnnotation(ModelAttribute.class) && type.isRecord()
                ? Arrays.stream(type.getRecordComponents()).map(Fields::named)
                : Stream.empty();
    }

    private static Named named(RecordComponent component) {
        return new Named(component.getName(), component.getType());
    }

    /** One field of one form, or one parameter of one address. */
    record Field(String route, String name, Class<?> type) {
        @Override
        public String toString() {
            return route + " " + name;
        }
    }

    private record Named(String name, Class<?> type) {}
}
