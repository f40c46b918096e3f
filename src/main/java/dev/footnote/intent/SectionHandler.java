package dev.footnote.intent;

import dev.footnote.answer.Certainty;
import dev.footnote.answer.Form;
import dev.footnote.answer.Kind;
import dev.footnote.article.Article;
import dev.footnote.article.Outline;
import dev.footnote.article.Outline.Entry;
import dev.footnote.engine.Reply;
import dev.footnote.english.ContentWords;
import dev.footnote.english.QuestionWords;
import dev.footnote.english.Sentence;
import dev.footnote.text.ListMark;
import dev.footnote.text.Paragraphs;
import dev.footnote.text.Span;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question for what stands below a heading, "What were the action items?" where an article has a heading "Action
 * items": the entries of the list there, each cited; where it is prose, its beginning if reading finds nothing better.
 */
@Singleton
public class SectionHandler implements IntentHandler {

    private static final int FEWEST_ENTRIES = 2;
    private static final int MOST_ENTRIES = 20;
    private static final int MOST_SENTENCES = 2;

    /** Not fitted: that a list answers what its heading says is likely, but nobody has read it. */
    private static final double CONFIDENCE = 0.85;

    private static final double CONFIDENCE_OF_PROSE = 0.7;

    private final ArticleChoice choice;

    SectionHandler(ArticleChoice choice) {
        this.choice = choice;
    }

    @Override
    public Optional<Reply> answer(EncodedQuestion question) {
        return section(question).flatMap(Section::list);
    }

    @Override
    public Optional<Reply> whenNotFound(EncodedQuestion question) {
        return section(question).flatMap(Section::beginning);
    }

    private Optional<Section> section(EncodedQuestion question) {
        List<String> words = QuestionWords.of(question.text());
        if (words.isEmpty() || !QuestionWords.asksForAThing(words.get(0)) || question.mayPointBack()) {
            return Optional.empty();
        }
        Set<String> asked = Set.copyOf(ContentWords.of(
                QuestionWords.isOrder(words.get(0))
                        ? question.text().strip().substring(words.get(0).length())
                        : question.text()));
        return asked.isEmpty()
                ? Optional.empty()
                : choice.of(question.inquiry()).flatMap(article -> named(article, asked));
    }

    /** The one section whose heading says what is asked and nothing else; the title is no heading of one. */
    private static Optional<Section> named(Article article, Set<String> asked) {
        String text = article.text();
        List<Entry> named = article.outline().entries().stream()
                .filter(Entry::isName)
                .filter(heading ->
                        asked.equals(Set.copyOf(ContentWords.of(heading.span().of(text)))))
                .toList();
        if (named.size() != 1) {
            return Optional.empty();
        }
        Entry heading = named.get(0);
        List<Span> paragraphs = Paragraphs.of(text);
        return heading.span().start() == paragraphs.get(0).start()
                ? Optional.empty()
                : Optional.of(new Section(
                        article,
                        paragraphs.stream()
                                .dropWhile(paragraph ->
                                        paragraph.start() < heading.span().end())
                                .takeWhile(paragraph -> paragraph.start() < heading.reach())
                                .toList()));
    }

    /**
     * What stands below a heading.
     *
     * @param paragraphs up to the next heading of its level
     */
    private record Section(Article article, List<Span> paragraphs) {

        Section {
            paragraphs = List.copyOf(paragraphs);
        }

        /** The list that it is, behind a line of introduction at most. */
        Optional<Reply> list() {
            int first = !paragraphs.isEmpty() && isIntroduction(paragraphs.get(0)) ? 1 : 0;
            List<Span> entries = paragraphs.stream()
                    .skip(first)
                    .filter(paragraph -> roleOf(paragraph) != Outline.Role.HEADER_ROW)
                    .takeWhile(this::isEntry)
                    .toList();
            if (entries.size() < FEWEST_ENTRIES) {
                return Optional.empty();
            }
            List<Reply.Piece> pieces = entries.stream()
                    .limit(MOST_ENTRIES)
                    .flatMap(entry -> sentencesOf(entry).stream().limit(1))
                    .map(sentence -> Sentences.entry(article, sentence))
                    .toList();
            List<String> warnings = entries.size() > MOST_ENTRIES
                    ? List.of("The list has " + entries.size() + " entries; the first " + MOST_ENTRIES + " are shown.")
                    : List.of();
            return Optional.of(reply(pieces, CONFIDENCE, Form.LIST).warning(warnings));
        }

        /** Its first sentences. */
        Optional<Reply> beginning() {
            List<Reply.Piece> pieces = paragraphs.stream()
                    .limit(1)
                    .flatMap(paragraph -> sentencesOf(paragraph).stream())
                    .limit(MOST_SENTENCES)
                    .map(sentence -> Sentences.quoted(article, sentence))
                    .toList();
            return pieces.isEmpty()
                    ? Optional.empty()
                    : Optional.of(reply(pieces, CONFIDENCE_OF_PROSE, Form.SENTENCES));
        }

        private static Reply reply(List<Reply.Piece> pieces, double confidence, Form form) {
            return new Reply(Kind.ANSWER, pieces, null, Certainty.LIKELY, confidence, List.of(), List.of(), null, form);
        }

        private boolean isIntroduction(Span paragraph) {
            return paragraph.of(article.text()).endsWith(":");
        }

        private boolean isEntry(Span paragraph) {
            Outline.Role role = roleOf(paragraph);
            return role == Outline.Role.ITEM
                    || role == Outline.Role.ROW
                    || role == null && ListMark.lengthIn(paragraph.of(article.text())) > 0;
        }

        private Outline.@Nullable Role roleOf(Span paragraph) {
            return article.outline().at(paragraph.start()).map(Entry::role).orElse(null);
        }

        private List<Sentence> sentencesOf(Span paragraph) {
            return Sentences.of(article).stream()
                    .filter(sentence -> paragraph.start() <= sentence.span().start()
                            && sentence.span().end() <= paragraph.end())
                    .toList();
        }
    }
}
