package dev.footnote.evaluation;

import dev.footnote.answer.Answer;
import dev.footnote.answer.Question;
import dev.footnote.application.Assistant;
import dev.footnote.home.StageTimes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Measures how fast questions are answered, warm, in this process: one client, then several at once, in the same run. */
@Singleton
public class Benchmark {

    private static final int CLIENTS = 8;

    private final Assistant assistant;

    Benchmark(Assistant assistant) {
        this.assistant = assistant;
    }

    /**
     * Asks the questions of a set again and again.
     *
     * @param rounds how often each is asked by one client, and once more by eight
     * @return the figures as text
     */
    public String run(QuestionSet set, int rounds) throws InterruptedException, ExecutionException {
        List<String> questions = set.trials().stream().map(Trial::question).toList();
        ask(questions, new StageSums());
        StageSums stages = new StageSums();
        List<Double> alone = new ArrayList<>();
        long start = System.nanoTime();
        for (int round = 0; round < rounds; round++) {
            alone.addAll(ask(questions, stages));
        }
        double aloneSeconds = seconds(start);
        start = System.nanoTime();
        List<Double> together = together(questions, rounds);
        double togetherSeconds = seconds(start);
        Times aloneTimes = Times.of(alone);
        Times togetherTimes = Times.of(together);
        double aloneRate = alone.size() / aloneSeconds;
        double togetherRate = together.size() / togetherSeconds;
        return String.format(
                Locale.ROOT,
                "one client:    %4d answers, half below %5.1f ms, 95%% below %5.1f ms, %5.1f answers a second%n"
                        + "%d clients:     %4d answers, half below %5.1f ms, 95%% below %5.1f ms, %5.1f answers a second%n"
                        + "answers a second, %d clients to one: %.2f%n%nwhere the time of one client goes, each stage without those within it:%n%s",
                alone.size(),
                aloneTimes.half(),
                aloneTimes.most(),
                aloneRate,
                CLIENTS,
                together.size(),
                togetherTimes.half(),
                togetherTimes.most(),
                togetherRate,
                CLIENTS,
                togetherRate / aloneRate,
                stages.print());
    }

    private List<Double> together(List<String> questions, int rounds) throws InterruptedException, ExecutionException {
        List<String> all = IntStream.range(0, rounds)
                .boxed()
                .flatMap(round -> questions.stream())
                .toList();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Callable<List<Double>>> shares = IntStream.range(0, CLIENTS)
                    .mapToObj(client -> (Callable<List<Double>>) () -> ask(
                            IntStream.range(0, all.size())
                                    .filter(i -> i % CLIENTS == client)
                                    .mapToObj(all::get)
                                    .toList(),
                            new StageSums()))
                    .toList();
            List<Double> times = new ArrayList<>();
            for (Future<List<Double>> share : clients.invokeAll(shares)) {
                times.addAll(share.get());
            }
            return times;
        } finally {
            clients.shutdownNow();
        }
    }

    private List<Double> ask(List<String> questions, StageSums stages) {
        List<Double> times = new ArrayList<>(questions.size());
        for (String question : questions) {
            long start = System.nanoTime();
            stages.add(StageTimes.of(() -> ask(question)));
            times.add(seconds(start) * 1000);
        }
        return times;
    }

    private void ask(String question) {
        Answer answer = assistant.ask(Question.of(question));
        if (answer.answer().isEmpty()) {
            throw new IllegalStateException("Nothing was said to: " + question);
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
