package dev.footnote.intent;

import dev.footnote.answer.Form;
import dev.footnote.answer.Reason;
import dev.footnote.article.Article;
import dev.footnote.engine.Reply;
import dev.footnote.english.CalendarNames;
import dev.footnote.english.NumberWords;
import dev.footnote.english.Sentence;
import dev.footnote.english.WordClass;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** "Timeline", "what happened when": the sentences that say when something was, in the article's order. */
@Singleton
public class TimelineHandler implements IntentHandler {

    private static final int MOST_SENTENCES = 20;

    private static final String NO_DATES = "The article names no dates.";

    private static final String MONTH =
            "(?:" + WordClass.anyOf(CalendarNames.MONTHS) + "|" + WordClass.anyOf(CalendarNames.SHORT_MONTHS) + "\\.)";

    private static final String SEASON = WordClass.anyOf(CalendarNames.SEASONS);

    private static final String UNIT = "(?:hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies))";

    private static final int LAST_CENTURY = 21;

    private static final String YEAR = "(?:1\\d{3}|20\\d{2})";

    /**
     * A weekday, a date, a year or a time told from today. A month or a number alone may be something else, so they need
     * a word or a number beside them that makes them a time.
     */
    private static final Pattern WHEN = Pattern.compile("\\b(?:" + WordClass.anyOf(CalendarNames.WEEKDAYS) + "\\b"
            + "|" + MONTH + " (?:\\d{1,2}(?:st|nd|rd|th)?|" + YEAR + ")\\b"
            + "|\\d{1,2}(?:st|nd|rd|th)? (?:of )?" + MONTH
            + "|(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ll]ast|[Nn]ext|[Ee]arly|[Ll]ate|[Dd]uring|[Tt]his) " + MONTH
            + "|(?:[Ii]n|[Ss]ince|[Ff]rom|[Oo]f|[Bb]y|[Uu]ntil|[Tt]ill|[Tt]o|[Aa]round|[Aa]bout|[Aa]fter|[Bb]efore|[Dd]uring"
            + "|[Yy]ear|[Ee]arly|[Ll]ate|[Mm]id|[Bb]etween|and|" + SEASON + "|" + MONTH + ",?) " + YEAR
            + "\\b(?! \\p{Ll}{2,}s\\b| (?:people|men|women|children|feet)\\b)"
            + "|" + YEAR + "-\\d{2}-\\d{2}\\b|\\d{1,2}[/.]\\d{1,2}[/.]" + YEAR + "\\b|" + YEAR + "s\\b"
            + "|[Yy]esterday\\b|[Tt]omorrow\\b|[Tt]oday\\b|[Tt]onight\\b"
            + "|(?:[Ll]ast|[Nn]ext|[Tt]his|[Ee]arlier this) (?:week|month|year|night|weekend|century|decade|" + SEASON
            + ")\\b"
            + "|(?:\\d{1,9}|an?|" + WordClass.anyOf(NumberWords.unitWords()) + "|several|many|few) "
            + UNIT + " (?:ago|later|earlier|before)\\b"
            + "|(?:\\d{1,2}(?:st|nd|rd|th)|" + WordClass.anyOf(NumberWords.ordinals(1, LAST_CENTURY)) + ") century\\b)"
            + "|\\(" + YEAR + "\\)|^" + YEAR + "\\b");

    private final ArticleChoice choice;

    TimelineHandler(ArticleChoice choice) {
        this.choice = choice;
    }

    @Override
    public Optional<Reply> answer(EncodedQuestion question) {
        return question.wants(Intent.TIMELINE, Thresholds.SURE)
                        && question.saysOnly(Intent.TIMELINE)
                        && !question.mayPointBack()
                ? Optional.of(reply(question))
                : Optional.empty();
    }

    private Reply reply(EncodedQuestion question) {
        return choice.of(question.inquiry())
                .map(TimelineHandler::of)
                .orElseGet(() -> choice.ask(question.inquiry(), title -> "Timeline of " + title));
    }

    private static Reply of(Article article) {
        List<Sentence> dated = Sentences.of(article).stream()
                .filter(sentence -> saysWhen(sentence.span().of(article.text()).replace('\n', ' ')))
                .toList();
        if (dated.isEmpty()) {
            return Reply.refusal(Reason.NOT_FOUND, NO_DATES, null, 0.0, List.of());
        }
        Reply reply = Reply.summary(dated.stream()
                        .limit(MOST_SENTENCES)
                        .map(sentence -> Sentences.quoted(article, sentence))
                        .toList())
                .in(Form.TIMELINE);
        return dated.size() <= MOST_SENTENCES
                ? reply
                : reply.warning(List.of(
                        "The first " + MOST_SENTENCES + " of " + dated.size() + " sentences with dates are shown."));
    }

    /** Whether a sentence says when something was. */
    static boolean saysWhen(String sentence) {
        return WHEN.matcher(sentence).find();
    }
}
