package dev.footnote.http;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which methods each path takes: a 405 must name them, and the framework does not. */
@Singleton
class AllowedMethods {

    private record AllowedRoute(Pattern path, String method) {}

    private final List<AllowedRoute> routes = new ArrayList<>();

    AllowedMethods(BeanManager beans) {
        beans.getBeans(Object.class, Any.Literal.INSTANCE).forEach(bean -> collect(bean.getBeanClass()));
    }

    /** The methods of a path, separated by commas; empty if nothing is there. */
    String of(String path) {
        return routes.stream()
                .filter(route -> route.path().matcher(path).matches())
                .map(AllowedRoute::method)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(", "));
    }

    private void collect(Class<?> resource) {
        Path base = resource.getAnnotation(Path.class);
        if (base == null) {
            return;
        }
        for (Method method : resource.getMethods()) {
            Path path = method.getAnnotation(Path.class);
            Pattern pattern = pattern(base.value() + "/" + (path == null ? "" : path.value()));
            Stream.of(method.getAnnotations())
                    .map(Annotation::annotationType)
                    .map(type -> type.getAnnotation(HttpMethod.class))
                    .forEach(name -> {
                        if (name != null) {
                            routes.add(new AllowedRoute(pattern, name.value()));
                        }
                    });
        }
    }

    private static Pattern pattern(String template) {
        String path = Stream.of(template.split("/"))
                .filter(part -> !part.isEmpty())
                .map(part -> part.startsWith("{") ? "[^/]+" : Pattern.quote(part))
                .collect(Collectors.joining("/"));
        return Pattern.compile("^/*+" + path + "/*+");
    }
}
