package dev.footnote.slack.inbound;

import dev.footnote.slack.client.SlackSettings;
import dev.footnote.slack.queue.AskedQuestions;
import dev.footnote.slack.queue.ChannelArticles;
import dev.footnote.slack.queue.FootnoteApplication;
import dev.footnote.slack.reply.block.HomeBlocks.Offer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What can be set and erased from within Slack: {@code show}, {@code use}, {@code erase}. Returns what to say. */
public final class SettingsCommand {

    private static final int MOST_LISTED = 50;

    private final FootnoteApplication footnote;
    private final AskedQuestions asked;
    private final ChannelArticles channels;
    private final SlackSettings settings;

    public SettingsCommand(
            FootnoteApplication footnote, AskedQuestions asked, ChannelArticles channels, SlackSettings settings) {
        this.footnote = footnote;
        this.asked = asked;
        this.channels = channels;
        this.settings = settings;
    }

    /** Carries a command out and says what it did. */
    String run(String team, String channel, String user, String text) {
        List<String> words = Arrays.stream(text.strip().split("[\\s,]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        String verb = words.isEmpty() ? "help" : words.get(0).toLowerCase(Locale.ROOT);
        List<String> rest = words.isEmpty() ? List.of() : words.subList(1, words.size());
        return switch (verb) {
            case "show" -> show(team, channel);
            case "use" -> isAdmin(user) ? use(team, channel, rest) : notAllowed("bind a channel to articles");
            case "erase" -> erase(team, channel, user, rest);
            default -> help();
        };
    }

    private String help() {
        String command = settings.command() + "-settings";
        return command + " show – the articles of this channel, and all there are\n"
                + command + " use un-vote, report – answer from these articles here (administrators)\n"
                + command + " use all – answer from all articles here (administrators)\n"
                + command + " erase – erase what you have asked in this workspace, and the answers\n"
                + command + " erase channel – erase what anyone has asked in this channel (administrators)";
    }

    private String show(String team, String channel) {
        List<String> bound = channels.of(team, channel);
        String here = bound.isEmpty() ? "all articles" : String.join(", ", bound);
        List<Offer> offers = footnote.offers();
        String all = offers.stream()
                .limit(MOST_LISTED)
                .map(offer -> "• " + offer.id() + " – " + offer.title())
                .collect(Collectors.joining("\n"));
        String more = offers.size() > MOST_LISTED ? "\nand " + (offers.size() - MOST_LISTED) + " more" : "";
        return "Here I answer from " + here + ". There are:\n" + all + more;
    }

    private String use(String team, String channel, List<String> ids) {
        if (ids.isEmpty()) {
            return "Name the articles, or \"all\": " + settings.command() + "-settings use un-vote, report";
        }
        if (ids.equals(List.of("all"))) {
            channels.bind(team, channel, List.of());
            return "From now on I answer from all articles here.";
        }
        List<String> known = footnote.offers().stream().map(Offer::id).toList();
        List<String> unknown = ids.stream().filter(id -> !known.contains(id)).toList();
        if (!unknown.isEmpty()) {
            return "There is no article " + String.join(", ", unknown) + ". Nothing was changed; \""
                    + settings.command() + "-settings show\" lists what there is.";
        }
        channels.bind(team, channel, ids.stream().distinct().toList());
        return "From now on I answer from " + String.join(", ", ids) + " here.";
    }

    private String erase(String team, String channel, String user, List<String> what) {
        if (what.isEmpty()) {
            return erased(asked.eraseOfUser(team, user));
        }
        if (!what.equals(List.of("channel"))) {
            return help();
        }
        return isAdmin(user) ? erased(asked.eraseOfChannel(team, channel)) : notAllowed("erase what others have asked");
    }

    private static String erased(int answers) {
        return "Erased: " + answers + (answers == 1 ? " question" : " questions")
                + " with the answers and what was thought of them. The messages in Slack are Slack's; delete them"
                + " there.";
    }

    private boolean isAdmin(String user) {
        return settings.admins().orElse(List.of()).contains(user);
    }

    private static String notAllowed(String what) {
        return "Only those whose user id is in footnote.slack.admins may " + what + ".";
    }
}
