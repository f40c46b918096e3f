package dev.footnote.slack.reply;

import com.slack.api.methods.response.chat.ChatStartStreamResponse;
import com.slack.api.model.block.LayoutBlock;
import dev.footnote.answer.Answer;
import dev.footnote.answer.AnswerEvent;
import dev.footnote.answer.Listing;
import dev.footnote.slack.client.CallPatience;
import dev.footnote.slack.client.SlackFailure;
import dev.footnote.slack.client.SlackMeters;
import dev.footnote.slack.client.WebApi;
import dev.footnote.slack.question.SlackQuestion;
import dev.footnote.slack.reply.block.AnswerBlocks;
import dev.footnote.slack.reply.block.SlackMessage;
import dev.footnote.slack.reply.block.SlackText;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * An answer in a thread. Words that arrive over time are streamed; where the stream breaks the message is written anew,
 * and where that cannot be, posted: what was made is never lost.
 */
public final class ThreadReply implements SlackReply {

    /** Slack counts every append; so much is gathered first, in UTF-16 units. */
    static final int GATHERED = 256;

    /** Or as much as there is after this time. */
    static final Duration GATHERED_FOR = Duration.ofSeconds(1);

    /** No more is streamed into one message, in UTF-16 units as sent; Slack takes 12,000 at a time. */
    static final int MOST_STREAMED = 9_000;

    private final WebApi api;
    private final SlackQuestion question;
    private final StreamDecision decision;
    private final SlackMeters meters;
    private final LongSupplier nanoTime;

    private final StringBuilder said = new StringBuilder();
    private final StringBuilder gathered = new StringBuilder();
    private @Nullable Long firstWords;
    private long lastSent;
    private int streamed;

    /** The message that is streamed into; null until one is. */
    private @Nullable String stream;

    /** Whether what stands in the stream is all of {@link #said} but what is gathered. */
    private boolean isFaithful = true;

    private boolean isOpen;
    private boolean isAbandoned;
    private int posted;
    private volatile boolean isStopped;

    /** @param nanoTime as {@link System#nanoTime()} */
    public ThreadReply(
            WebApi api, SlackQuestion question, StreamDecision decision, SlackMeters meters, LongSupplier nanoTime) {
        this.api = api;
        this.question = question;
        this.decision = decision;
        this.meters = meters;
        this.nanoTime = nanoTime;
    }

    @Override
    public synchronized void accept(AnswerEvent event) {
        if (isStopped) {
            throw new AnswerStoppedException();
        }
        if (isAbandoned) {
            return;
        }
        if (event instanceof AnswerEvent.Delta delta) {
            hear(delta.content());
        } else if (event instanceof AnswerEvent.Reset) {
            said.setLength(0);
            gathered.setLength(0);
            firstWords = null;
            // What Slack shows cannot be taken back word by word: the message is written anew at the end.
            isFaithful = stream == null;
        }
    }

    @Override
    public synchronized void finish(Answer answer) throws SlackFailure {
        if (isAbandoned) {
            throw SlackFailure.temporary("The answer", "the door is closing", null);
        }
        if (stream == null) {
            postFrom(AnswerBlocks.of(answer));
        } else if (isOpen
                && isFaithful
                && Listing.of(answer).isEmpty() // what streamed as a line is written anew as a list
                && said.toString().equals(answer.answer())
                && flush()) {
            close(stream, answer);
        } else {
            closeBare(stream);
            rewrite(stream, AnswerBlocks.of(answer));
        }
    }

    @Override
    public synchronized void say(String sentence) throws SlackFailure {
        if (isAbandoned) {
            return;
        }
        closeBare(stream);
        post(SlackMessage.of(sentence));
    }

    @Override
    public synchronized void abandon(String note) {
        isAbandoned = true;
        String ts = stream;
        if (ts != null && isOpen) {
            isOpen = false;
            api.tryTo(
                    "chat.stopStream",
                    methods -> methods.chatStopStream(stop -> stop.channel(question.channel())
                            .ts(ts)
                            .blocks(SlackMessage.of(note).blocks())));
        }
    }

    /** Without the lock: who stops does not wait for Slack. */
    @Override
    public void stop() {
        isStopped = true;
    }

    private void hear(String words) {
        said.append(words);
        gathered.append(words);
        long now = nanoTime.getAsLong();
        if (firstWords == null) {
            firstWords = now;
        }
        if (stream == null) {
            if (isFaithful && decision.isWorthStreaming(Duration.ofNanos(now - firstWords))) {
                open();
            }
        } else if (isOpen
                && isFaithful
                && (gathered.length() >= GATHERED || now - lastSent >= GATHERED_FOR.toNanos())) {
            flush();
        }
    }

    private void open() {
        String words = SlackText.markdown(gathered.toString());
        if (words.length() > MOST_STREAMED) {
            isFaithful = false; // so much at once is no stream: it is posted
            return;
        }
        try {
            ChatStartStreamResponse started = api.call(
                    "chat.startStream",
                    CallPatience.LITTLE,
                    methods -> methods.chatStartStream(start -> start.channel(question.channel())
                            .threadTs(question.thread())
                            .recipientTeamId(question.team())
                            .recipientUserId(question.user())
                            .markdownText(words)));
            stream = started.getTs();
            isOpen = true;
            sent(words);
        } catch (SlackFailure e) {
            isFaithful = false;
            meters.fellBack("post");
        }
    }

    /** Sends what is gathered. Returns whether the stream now holds all that was said. */
    private boolean flush() {
        String ts = stream;
        if (gathered.length() == 0 || ts == null) {
            return true;
        }
        String words = SlackText.markdown(gathered.toString());
        if (streamed + words.length() > MOST_STREAMED) {
            isFaithful = false;
            return false;
        }
        try {
            api.call(
                    "chat.appendStream",
                    CallPatience.LITTLE,
                    methods -> methods.chatAppendStream(
                            append -> append.channel(question.channel()).ts(ts).markdownText(words)));
            sent(words);
            return true;
        } catch (SlackFailure e) {
            isFaithful = false;
            return false;
        }
    }

    private void sent(String words) {
        streamed += words.length();
        gathered.setLength(0);
        lastSent = nanoTime.getAsLong();
    }

    private void close(String ts, Answer answer) throws SlackFailure {
        try {
            List<LayoutBlock> below = AnswerBlocks.below(answer).blocks();
            api.call(
                    "chat.stopStream",
                    CallPatience.MUCH,
                    methods -> methods.chatStopStream(
                            stop -> stop.channel(question.channel()).ts(ts).blocks(below)));
            isOpen = false;
        } catch (SlackFailure e) {
            isOpen = false;
            rewrite(ts, AnswerBlocks.of(answer));
        }
    }

    private void closeBare(@Nullable String ts) {
        if (ts != null && isOpen) {
            isOpen = false;
            api.tryTo(
                    "chat.stopStream",
                    methods -> methods.chatStopStream(
                            stop -> stop.channel(question.channel()).ts(ts)));
        }
    }

    /** Puts the answer in the place of what was streamed; where that cannot be, after it. */
    private void rewrite(String ts, List<SlackMessage> messages) throws SlackFailure {
        if (posted == 0) {
            SlackMessage first = messages.get(0);
            try {
                api.call(
                        "chat.update",
                        CallPatience.MUCH,
                        methods -> methods.chatUpdate(update -> update.channel(question.channel())
                                .ts(ts)
                                .text(first.text())
                                .blocks(first.blocks())));
                posted = 1;
                meters.fellBack("update");
            } catch (SlackFailure e) {
                if (e.isTemporary()) {
                    throw e;
                }
                meters.fellBack("post");
            }
        }
        postFrom(messages);
    }

    private void postFrom(List<SlackMessage> messages) throws SlackFailure {
        while (posted < messages.size()) {
            post(messages.get(posted));
            posted++;
        }
    }

    private void post(SlackMessage message) throws SlackFailure {
        api.call(
                "chat.postMessage",
                CallPatience.MUCH,
                methods -> methods.chatPostMessage(post -> post.channel(question.channel())
                        .threadTs(question.thread())
                        .text(message.text())
                        .blocks(message.blocks())));
    }
}
