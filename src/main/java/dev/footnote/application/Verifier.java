package dev.footnote.application;

import dev.footnote.answer.Citation;
import dev.footnote.answer.InvalidQuestionException;
import dev.footnote.answer.NotReadyException;
import dev.footnote.answer.Support;
import dev.footnote.answer.UnverifiedText;
import dev.footnote.answer.VerifiedClaim;
import dev.footnote.answer.VerifiedText;
import dev.footnote.article.Article;
import dev.footnote.article.Outline;
import dev.footnote.article.UnknownArticleException;
import dev.footnote.engine.Evidence;
import dev.footnote.english.LanguageDetector;
import dev.footnote.english.Sentence;
import dev.footnote.english.SentenceSplitter;
import dev.footnote.home.Stage;
import dev.footnote.retrieval.RetrievedPassage;
import dev.footnote.retrieval.Retriever;
import dev.footnote.text.Span;
import dev.footnote.verification.Verdict;
import dev.footnote.verification.Verification;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Checks whole texts: each sentence is retrieved for by itself and weighed against the sentences found, the best of them
 * alone and together with their neighbours. Safe for use by several threads.
 */
@Singleton
public class Verifier {

    private static final String NOT_ENGLISH =
            "I read English only; sentences in another language are marked unsupported without being checked.";

    private static final String NO_ARTICLE = "There is no article to check against yet. Add one first.";

    private static final int PASSAGES = 5;
    /** More sentences than these of the passages found are not looked at. */
    private static final int MOST_SENTENCES = 16;
    /** How many sentences are weighed in full, the best at a glance. */
    private static final int WEIGHED = 2;
    /** Two sentences must be this much likelier than the best one alone, to be cited in its place. */
    private static final double WORTH_A_NEIGHBOUR = 0.1;

    private final SentenceSplitter splitter = new SentenceSplitter();
    private final RecentChecks recent = new RecentChecks();
    private final Readiness readiness;
    private final AskedArticles articles;
    private final Retriever retriever;
    private final Verification verification;
    private final Links links;

    Verifier(Readiness readiness, AskedArticles articles, Retriever retriever, Verification verification, Links links) {
        this.readiness = readiness;
        this.articles = articles;
        this.retriever = retriever;
        this.verification = verification;
        this.links = links;
    }

    /** A sentence of an article, with its neighbours in the passage. */
    private record FoundSentence(Article article, Sentence sentence, @Nullable Span before, @Nullable Span after) {

        /** With the sentence before it, and with the one behind it. */
        List<ArticlePlace> widened() {
            List<ArticlePlace> places = new ArrayList<>();
            if (before != null) {
                places.add(place(new Span(before.start(), sentence.span().end())));
            }
            if (after != null) {
                places.add(place(new Span(sentence.span().start(), after.end())));
            }
            return places;
        }

        ArticlePlace place(Span span) {
            return new ArticlePlace(article, span, sentence.paragraph());
        }
    }

    private record ArticlePlace(Article article, Span span, int paragraph) {

        String text() {
            return span.of(article.text());
        }
    }

    private record Weighed(ArticlePlace place, Verdict verdict) {

        Evidence evidence() {
            return new Evidence(
                    place.article(),
                    place.span(),
                    insteadAt(),
                    place.paragraph(),
                    verdict.score(),
                    verdict.support(),
                    verdict.score());
        }

        private @Nullable Span insteadAt() {
            String instead = verdict.instead();
            int at = instead == null ? -1 : place.text().indexOf(instead);
            return instead == null || at < 0
                    ? null
                    : new Span(at, at + instead.length()).shifted(place.span().start());
        }
    }

    /**
     * Checks a text sentence by sentence against the articles.
     *
     * @throws NotReadyException if the articles are still being read after the configured time
     * @throws UnknownArticleException if it names an article that is not there
     * @throws InvalidQuestionException if it has more sentences than are checked at once
     */
    public VerifiedText verify(UnverifiedText unverified) {
        return readiness.whenReady(() -> check(unverified));
    }

    private VerifiedText check(UnverifiedText unverified) {
        RecentChecks.CheckedText checked = new RecentChecks.CheckedText(
                unverified,
                articles.summaries(unverified.articleIds()).stream()
                        .map(RecentChecks.CheckedArticle::of)
                        .toList());
        return recent.find(checked).orElseGet(() -> {
            try (Stage stage = Stage.begin("check")) {
                VerifiedText verified = verify(unverified.text(), Set.copyOf(unverified.articleIds()));
                stage.with("claims", verified.claims().size());
                VerifiedText told = checked.articles().isEmpty() ? verified.warning(NO_ARTICLE) : verified;
                recent.add(checked, told);
                return told;
            }
        });
    }

    private VerifiedText verify(String text, Set<String> articleIds) {
        List<Sentence> sentences = splitter.split(text);
        if (sentences.size() > UnverifiedText.MOST_SENTENCES) {
            throw new InvalidQuestionException(
                    "The text has " + sentences.size() + " sentences; the limit is 100. Check it in parts.");
        }
        Map<String, Integer> numbers = new HashMap<>();
        List<VerifiedClaim> claims = new ArrayList<>();
        boolean foreign = false;
        for (Sentence sentence : sentences) {
            String claim = sentence.span().of(text);
            boolean english = LanguageDetector.isEnglish(claim);
            foreign |= !english;
            Optional<Weighed> weighed = english ? weigh(claim, articleIds) : Optional.empty();
            claims.add(claim(claim, sentence.span(), weighed, numbers));
        }
        return new VerifiedText(claims, foreign ? List.of(NOT_ENGLISH) : List.of());
    }

    private VerifiedClaim claim(String text, Span span, Optional<Weighed> weighed, Map<String, Integer> numbers) {
        List<Citation> citations = weighed
                .map(Weighed::evidence)
                .map(evidence -> Composition.citation(
                        numbers.computeIfAbsent(
                                evidence.article().id() + " " + evidence.place(), absent -> numbers.size() + 1),
                        evidence,
                        span,
                        links))
                .stream()
                .toList();
        return new VerifiedClaim(
                text,
                span.start(),
                span.end(),
                weighed.map(each -> each.verdict().support()).orElse(Support.UNSUPPORTED),
                weighed.map(each -> Composition.round(each.verdict().score())).orElse(0.0),
                citations,
                weighed.map(each -> each.verdict().instead()).orElse(null));
    }

    private Optional<Weighed> weigh(String claim, Set<String> articleIds) {
        List<FoundSentence> found = sentences(claim, retriever.retrieve(claim, articleIds, PASSAGES));
        try (Stage stage = Stage.begin("verify")) {
            stage.with("sentences", found.size());
            return weigh(claim, found);
        }
    }

    private Optional<Weighed> weigh(String claim, List<FoundSentence> found) {
        List<Double> fits = verification.glance(
                claim,
                found.stream()
                        .map(each -> each.place(each.sentence().span()).text())
                        .toList());
        List<FoundSentence> best = IntStream.range(0, found.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer at) -> fits.get(at)).reversed())
                .limit(WEIGHED)
                .map(found::get)
                .toList();
        Optional<Weighed> alone = best(
                claim,
                best.stream().map(each -> each.place(each.sentence().span())).toList());
        if (alone.isEmpty() || alone.get().verdict().support() == Support.SUPPORTED) {
            return alone;
        }
        return best(claim, best.get(0).widened())
                .filter(wider -> wider.verdict().support() != Support.UNSUPPORTED
                        && wider.verdict().score() > alone.get().verdict().score() + WORTH_A_NEIGHBOUR)
                .or(() -> alone);
    }

    /** The likeliest place; of places that support nothing the first, which is the closest. */
    private Optional<Weighed> best(String claim, List<ArticlePlace> places) {
        List<Weighed> weighed = places.stream()
                .map(place -> new Weighed(place, verification.verify(claim, List.of(place.text()))))
                .toList();
        Optional<Weighed> likeliest = weighed.stream()
                .max(Comparator.comparingDouble(each -> each.verdict().score()));
        return likeliest
                .filter(each -> each.verdict().support() != Support.UNSUPPORTED)
                .or(() -> weighed.stream().findFirst());
    }

    private static List<FoundSentence> sentences(String claim, List<RetrievedPassage> passages) {
        List<FoundSentence> found = new ArrayList<>();
        for (RetrievedPassage passage : passages) {
            if (saysNothing(claim, passage)) {
                continue;
            }
            List<Sentence> sentences = passage.passage().sentences();
            for (int i = 0; i < sentences.size() && found.size() < MOST_SENTENCES; i++) {
                found.add(new FoundSentence(
                        passage.article(),
                        sentences.get(i),
                        i > 0 ? sentences.get(i - 1).span() : null,
                        i + 1 < sentences.size() ? sentences.get(i + 1).span() : null));
            }
        }
        return found;
    }

    /** A heading or a question of the article says nothing that a claim could stand on, unless the claim repeats it. */
    private static boolean saysNothing(String claim, RetrievedPassage passage) {
        String words = passage.text().strip();
        boolean isHeading = passage.article()
                .outline()
                .at(passage.passage().span().start())
                .filter(Outline.Entry::isName)
                .isPresent();
        return (isHeading || words.endsWith("?")) && !words.equalsIgnoreCase(claim.strip());
    }
}
