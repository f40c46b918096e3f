package dev.footnote.intent;

import dev.footnote.article.Article;
import dev.footnote.engine.Evidence;
import dev.footnote.engine.Reply;
import dev.footnote.english.FrequencyWords;
import dev.footnote.english.NameConnectors;
import dev.footnote.english.QuestionWords;
import dev.footnote.english.QuestionWords.QuestionWord;
import dev.footnote.english.Sentence;
import dev.footnote.text.Span;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/** "How many times is the ferry mentioned?": the exact number of places where the word is written, and the places. */
@Singleton
public class CountHandler implements IntentHandler {

    private static final int MOST_CITED = 20;

    /** The most articles whose counts are listed one by one. */
    private static final int MOST_TOLD = 5;

    private static final int LONGEST_GAP_IN_WORDS = 5;

    private final ArticleChoice choice;

    CountHandler(ArticleChoice choice) {
        this.choice = choice;
    }

    /** The places in one article. */
    private record ArticleMentions(Article article, List<Span> places) {}

    @Override
    public Optional<Reply> answer(EncodedQuestion question) {
        boolean quotes = QuotationHandler.QUOTED.matcher(question.text()).find();
        if (!quotes && question.likeness(Intent.COUNT) < Thresholds.COUNT_PLAUSIBLE) {
            return Optional.empty();
        }
        return gap(question)
                .filter(gap -> question.sharesWord(Intent.COUNT, FrequencyWords.ALL))
                .filter(gap -> question.likeness(
                                Intent.COUNT,
                                question.text().substring(0, gap.start())
                                        + "it"
                                        + question.text().substring(gap.end()))
                        >= (quotes ? Thresholds.COUNT_OF_QUOTED : Thresholds.COUNT))
                .map(gap -> count(question, words(gap, question.text())));
    }

    /** Where the question has the word that is to be counted: in quotation marks, or all that the phrases do not use. */
    static Optional<Span> gap(EncodedQuestion question) {
        Matcher quoted = QuotationHandler.QUOTED.matcher(question.text());
        if (quoted.find()) {
            return Optional.of(new Span(quoted.start(), quoted.end()));
        }
        List<QuestionWord> own = question.ownWords(Intent.COUNT);
        if (own.isEmpty() || own.size() > LONGEST_GAP_IN_WORDS) {
            return Optional.empty();
        }
        Span gap = new Span(own.get(0).start(), own.get(own.size() - 1).end());
        boolean together = QuestionWords.in(gap.of(question.text())).stream()
                .map(QuestionWord::text)
                .allMatch(word -> NameConnectors.contains(word)
                        || own.stream().anyMatch(mine -> mine.text().equals(word)));
        return together ? Optional.of(gap) : Optional.empty();
    }

    private static String words(Span gap, String question) {
        Matcher quoted = QuotationHandler.QUOTED.matcher(gap.of(question));
        return quoted.matches()
                ? QuotationHandler.quoted(quoted)
                : gap.of(question).replaceFirst("['’]s$", "");
    }

    private Reply count(EncodedQuestion question, String words) {
        List<ArticleMentions> found = new ArrayList<>();
        for (Article article : choice.articles(question.inquiry())) {
            List<Span> places = Occurrences.of(words, article.text());
            if (!places.isEmpty()) {
                found.add(new ArticleMentions(article, places));
            }
        }
        if (found.isEmpty()) {
            return Reply.exact(List.of(new Reply.Piece("“" + words + "” is not mentioned.", List.of())));
        }
        int all = found.stream().mapToInt(each -> each.places().size()).sum();
        String total = "“" + words + "” is mentioned " + times(all);
        if (found.size() == 1) {
            return Reply.exact(List.of(new Reply.Piece(total, evidence(found.get(0), MOST_CITED))));
        }
        List<Reply.Piece> pieces = new ArrayList<>();
        pieces.add(new Reply.Piece(total + " in " + found.size() + " articles", List.of()));
        int left = MOST_CITED;
        for (ArticleMentions each : found.subList(0, Math.min(MOST_TOLD, found.size()))) {
            List<Evidence> evidence = evidence(each, left);
            left -= evidence.size();
            pieces.add(new Reply.Piece(
                    times(each.places().size()) + " in “" + each.article().title() + "”", evidence));
        }
        return Reply.exact(pieces);
    }

    private static String times(int number) {
        return number == 1 ? "once" : number == 2 ? "twice" : number + " times";
    }

    /** One place a sentence, at most so many. */
    private static List<Evidence> evidence(ArticleMentions found, int most) {
        List<Evidence> evidence = new ArrayList<>();
        int next = 0;
        for (Sentence sentence : Sentences.of(found.article())) {
            while (next < found.places().size()
                    && found.places().get(next).start() < sentence.span().start()) {
                next++;
            }
            boolean holds = next < found.places().size()
                    && sentence.span().contains(found.places().get(next));
            if (holds && evidence.size() < most) {
                evidence.add(Sentences.evidence(
                        found.article(), sentence, found.places().get(next)));
            }
        }
        return evidence;
    }
}
