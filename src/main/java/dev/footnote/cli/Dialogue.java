package dev.footnote.cli;

import dev.footnote.answer.Answer;
import dev.footnote.answer.AnswerText;
import dev.footnote.answer.Citation;
import dev.footnote.answer.Question;
import dev.footnote.text.Paragraphs;
import dev.footnote.text.Span;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is typed and what is answered, until the end. For one thread. */
final class Dialogue {

    private static final String HELP =
            """
            Type a question; what was said before is understood with it.
              :cite 2     the paragraph of footnote 2
              :articles   what can be asked
              :new        begin anew
              :quit       leave, as does Ctrl+D""";

    private static final Pattern CITE = Pattern.compile(":c(?:ite)?\\s+\\[?(\\d{1,3})]?");

    private final AnswerSource answers;
    private final Supplier<@Nullable String> lines;
    private final PrintWriter out;
    private final Supplier<AnswerText.Style> style;
    private String conversation = Question.newConversationId();
    private @Nullable Answer last;

    /** @param lines what is typed, line by line; null at the end */
    Dialogue(
            AnswerSource answers, Supplier<@Nullable String> lines, PrintWriter out, Supplier<AnswerText.Style> style) {
        this.answers = answers;
        this.lines = lines;
        this.out = out;
        this.style = style;
    }

    /** Returns the exit code. */
    int run() throws InterruptedException {
        say("Ask away. :help tells what else can be typed, Ctrl+D ends.");
        while (true) {
            String typed = lines.get();
            if (typed == null) {
                return ExitCode.OK;
            }
            String line = typed.strip();
            if (line.equals(":quit") || line.equals(":q") || line.equals(":exit")) {
                return ExitCode.OK;
            }
            if (!line.isEmpty()) {
                try {
                    take(line);
                } catch (IOException e) {
                    say(String.valueOf(e.getMessage()));
                }
            }
        }
    }

    private void take(String line) throws IOException, InterruptedException {
        Matcher cite = CITE.matcher(line);
        if (cite.matches()) {
            cite(Integer.parseInt(cite.group(1)));
        } else if (line.equals(":articles")) {
            answers.titles().values().forEach(title -> say("- " + title));
        } else if (line.equals(":new")) {
            conversation = Question.newConversationId();
            last = null;
            say("A new conversation.");
        } else if (line.startsWith(":")) {
            say(line.equals(":help") ? HELP : "There is no " + line + ".\n" + HELP);
        } else {
            Answer answer = answers.ask(line, conversation);
            last = answer;
            out.println();
            out.println(AnswerText.of(answer, style.get()));
            out.flush();
        }
    }

    private void cite(int index) throws IOException, InterruptedException {
        Optional<Citation> cited = Optional.ofNullable(last).stream()
                .flatMap(answer -> answer.citations().stream())
                .filter(citation -> citation.index() == index)
                .findFirst();
        if (cited.isEmpty()) {
            say(last == null ? "Nothing was answered yet." : "The last answer has no footnote " + index + ".");
            return;
        }
        Citation citation = cited.get();
        String text = answers.textOf(citation.documentId());
        if (!text.startsWith(citation.citedText(), citation.startCharIndex())) {
            say("The article has changed since. It said: " + citation.citedText());
            return;
        }
        Span paragraph = Paragraphs.of(text).stream()
                .filter(each -> each.start() <= citation.startCharIndex() && citation.startCharIndex() < each.end())
                .findFirst()
                .orElse(new Span(citation.startCharIndex(), citation.endCharIndex()));
        int end = Math.max(paragraph.end(), citation.endCharIndex());
        boolean isColoured = style.get().coloured();
        say(citation.documentTitle() + ", paragraph " + citation.paragraph() + ":");
        say(text.substring(paragraph.start(), citation.startCharIndex())
                + (isColoured ? "\u001b[1m" : "")
                + text.substring(citation.startCharIndex(), citation.endCharIndex())
                + (isColoured ? "\u001b[0m" : "")
                + text.substring(citation.endCharIndex(), end));
    }

    /** In lines as wide as the terminal; nothing in an article may steer it. */
    private void say(String words) {
        for (String line : words.lines().toList()) {
            String plain = line.replaceAll("[\\p{Cntrl}&&[^\u001b\t]]", "\ufffd");
            out.println(AnswerText.wrapped(plain, style.get().width(), 0));
        }
        out.flush();
    }
}
