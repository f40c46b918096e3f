package dev.footnote.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What the stages of many answers took. For one thread. */
final class StageSums {

    private static final double NANOS_OF_A_MILLISECOND = 1e6;

    private final Map<String, List<Double>> millis = new LinkedHashMap<>();
    private int answers;

    /** Adds the stages of one more answer, in nanoseconds. */
    void add(Map<String, Long> nanos) {
        answers++;
        nanos.forEach((stage, time) ->
                millis.computeIfAbsent(stage, name -> new ArrayList<>()).add(time / NANOS_OF_A_MILLISECOND));
    }

    /** A line for each stage, the one that took most in all first. */
    String print() {
        double all = millis.values().stream().mapToDouble(StageSums::sum).sum();
        return millis.entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<String, List<Double>> each) -> sum(each.getValue()))
                        .reversed())
                .map(each -> line(each.getKey(), each.getValue(), all))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private String line(String stage, List<Double> took, double all) {
        Times times = Times.of(took);
        return String.format(
                Locale.ROOT,
                "%-10s %5.1f%% of the time, in %3.0f%% of the answers, half below %6.2f ms, 95%% below %6.2f ms",
                stage,
                100 * sum(took) / all,
                100.0 * took.size() / answers,
                times.half(),
                times.most());
    }

    private static double sum(List<Double> took) {
        return took.stream().mapToDouble(Double::doubleValue).sum();
    }
}
