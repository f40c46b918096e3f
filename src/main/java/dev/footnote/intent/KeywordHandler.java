package dev.footnote.intent;

import dev.footnote.article.Article;
import dev.footnote.article.Outline;
import dev.footnote.engine.Inquiry;
import dev.footnote.engine.Reply;
import dev.footnote.english.NameConnectors;
import dev.footnote.english.QuestionWords;
import dev.footnote.english.Sentence;
import dev.footnote.retrieval.RetrievedPassage;
import dev.footnote.retrieval.Retriever;
import dev.footnote.text.Span;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A bare name or keyword, "Lund Cathedral": the sentences that have it, each cited. */
@Singleton
public class KeywordHandler implements IntentHandler {

    private static final int MOST_WORDS = 4;
    private static final int MOST_SENTENCES = 8;

    /** So many passages are looked through for the words. */
    private static final int MOST_PASSAGES = 50;

    private final Retriever retriever;

    KeywordHandler(Retriever retriever) {
        this.retriever = retriever;
    }

    @Override
    public boolean isOverview() {
        return true;
    }

    @Override
    public Optional<Reply> answer(EncodedQuestion question) {
        boolean leans =
                question.text().endsWith("?") && !question.inquiry().turns().isEmpty();
        return leans ? Optional.empty() : reply(question);
    }

    @Override
    public Optional<Reply> whenNotFound(EncodedQuestion question) {
        return reply(question);
    }

    private Optional<Reply> reply(EncodedQuestion question) {
        String words = question.text()
                .replaceFirst("(?<![\\s?.!,;:])[\\s?.!,;:]+$", "")
                .replaceAll("[\"“”]", "")
                .strip();
        return isBare(words) ? mentions(words, question.inquiry()) : Optional.empty();
    }

    /** Whether it is a name or a keyword and no sentence: every word of it means something, but for those inside. */
    private static boolean isBare(String text) {
        List<String> words = QuestionWords.of(text);
        if (words.isEmpty() || words.size() > MOST_WORDS || isIdle(words.get(words.size() - 1))) {
            return false;
        }
        int first = words.size() > 1 && words.get(0).equals("the") ? 1 : 0;
        return !isIdle(words.get(first))
                && words.stream().skip(first).allMatch(word -> !isIdle(word) || NameConnectors.contains(word));
    }

    private static boolean isIdle(String word) {
        return QuestionWords.isEmpty(word) || QuestionWords.points(word);
    }

    private Optional<Reply> mentions(String words, Inquiry inquiry) {
        List<RetrievedPassage> passages = retriever.retrieve(words, Set.copyOf(inquiry.articleIds()), MOST_PASSAGES);
        Map<Article, Map<Span, Sentence>> found = new LinkedHashMap<>();
        for (RetrievedPassage passage : passages) {
            if (passage.article()
                    .outline()
                    .at(passage.passage().span().start())
                    .filter(Outline.Entry::isName)
                    .isPresent()) {
                continue;
            }
            for (Sentence sentence : passage.passage().sentences()) {
                if (!Occurrences.of(words, sentence.span().of(passage.article().text()))
                        .isEmpty()) {
                    found.computeIfAbsent(passage.article(), article -> new TreeMap<>())
                            .put(sentence.span(), sentence);
                }
            }
        }
        List<Reply.Piece> pieces = new ArrayList<>();
        found.forEach((article, sentences) ->
                sentences.values().forEach(sentence -> pieces.add(Sentences.quoted(article, sentence))));
        if (pieces.isEmpty()) {
            return Optional.empty();
        }
        Reply reply = Reply.summary(pieces.subList(0, Math.min(MOST_SENTENCES, pieces.size())));
        return Optional.of(
                pieces.size() <= MOST_SENTENCES
                        ? reply
                        : reply.warning(List.of("More sentences mention it; the first " + MOST_SENTENCES
                                + " are shown. Ask a question about it to find the one you need.")));
    }
}
