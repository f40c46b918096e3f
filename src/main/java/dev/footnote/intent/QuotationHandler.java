package dev.footnote.intent;

import dev.footnote.answer.Certainty;
import dev.footnote.answer.Kind;
import dev.footnote.answer.Reason;
import dev.footnote.answer.Support;
import dev.footnote.article.Article;
import dev.footnote.engine.Evidence;
import dev.footnote.engine.Reply;
import dev.footnote.english.Attribution;
import dev.footnote.english.Sentence;
import dev.footnote.text.Span;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "Who said 'it was the best we ever had'?": whoever the sentence that holds these words names as their speaker. */
@Singleton
public class QuotationHandler implements IntentHandler {

    /** Something in quotation marks; an apostrophe inside a word is none. */
    static final Pattern QUOTED = Pattern.compile(
            "[\"“”„«]([^\"“”„«»\\n]{2,}+)[\"“”»]|(?<![\\p{L}\\p{N}])['‘](.{2,300}?)['’](?![\\p{L}\\p{N}])");

    private static final String NOT_NAMED = "The speaker is not named here.";

    /** How sure the speaker is that stands beside a verb of saying: no figure was fitted, so it is not called stated. */
    private static final double LIKELY = 0.85;

    private final ArticleChoice choice;

    QuotationHandler(ArticleChoice choice) {
        this.choice = choice;
    }

    /** A sentence that holds the words. */
    private record QuotingSentence(Article article, Sentence sentence, Span words) {}

    @Override
    public Optional<Reply> answer(EncodedQuestion question) {
        Matcher quoted = QUOTED.matcher(question.text());
        if (!quoted.find()) {
            return Optional.empty();
        }
        String frame = quoted.replaceFirst("this");
        if (question.likeness(Intent.QUOTATION, frame) < Thresholds.QUOTATION) {
            return Optional.empty();
        }
        quoted.reset();
        return quoted.find() ? find(question, quoted(quoted)).map(QuotationHandler::reply) : Optional.empty();
    }

    /** What stands between the quotation marks of a match, without a full stop that ended it. */
    static String quoted(Matcher match) {
        return unended(match.group(1) == null ? match.group(2) : match.group(1));
    }

    /** A text without what ended it. */
    static String unended(String text) {
        return text.strip().replaceFirst("(?<![.,;:!?…])[.,;:!?…]+$", "");
    }

    /** The first sentence with the words that names a speaker, else the first. */
    private Optional<QuotingSentence> find(EncodedQuestion question, String words) {
        Optional<QuotingSentence> unnamed = Optional.empty();
        for (Article article : choice.articles(question.inquiry())) {
            List<Span> places = Occurrences.of(words, article.text());
            if (places.isEmpty()) {
                continue;
            }
            for (Sentence sentence : Sentences.of(article)) {
                Optional<Span> inside =
                        places.stream().filter(sentence.span()::contains).findFirst();
                if (inside.isPresent()) {
                    QuotingSentence found = new QuotingSentence(article, sentence, inside.get());
                    if (Attribution.of(article.text(), sentence.span()).isPresent()) {
                        return Optional.of(found);
                    }
                    unnamed = unnamed.or(() -> Optional.of(found));
                }
            }
        }
        return unnamed;
    }

    private static Reply reply(QuotingSentence found) {
        Article article = found.article();
        Optional<Span> speaker = Attribution.of(article.text(), found.sentence().span());
        if (speaker.isEmpty()) {
            return Reply.refusal(
                    Reason.NOT_FOUND,
                    NOT_NAMED,
                    new Evidence(
                            article,
                            found.sentence().span(),
                            found.words(),
                            found.sentence().paragraph(),
                            0,
                            Support.UNSUPPORTED,
                            0),
                    0.0,
                    List.of());
        }
        Evidence evidence = new Evidence(
                article,
                found.sentence().span(),
                speaker.get(),
                found.sentence().paragraph(),
                LIKELY,
                Support.SUPPORTED,
                LIKELY);
        return new Reply(
                Kind.ANSWER,
                List.of(new Reply.Piece(speaker.get().of(article.text()), List.of(evidence))),
                null,
                Certainty.LIKELY,
                LIKELY,
                List.of(),
                List.of());
    }
}
