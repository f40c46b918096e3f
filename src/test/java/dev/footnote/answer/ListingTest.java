package dev.footnote.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ListingTest {

    @Test
    void severalItemsAreAListWithTheFootnotesOfEach() {
        Listing listing = Listing.of(Answers.list(Form.LIST, "; ", "At least: Ada", "Bo", "Cy"))
                .orElseThrow();

        assertThat(listing.lead()).isEqualTo("At least:");
        assertThat(listing.items()).extracting(Listing.ListedItem::text).containsExactly("Ada", "Bo", "Cy");
        assertThat(listing.items()).extracting(Listing.ListedItem::marks).containsExactly("[1]", "[2]", "[3]");
        assertThat(listing.items()).extracting(Listing.ListedItem::date).containsOnlyNulls();
    }

    @Test
    void theEventsOfATimelineHaveTheWordsThatSayWhen() {
        Listing listing = Listing.of(Answers.list(Form.TIMELINE, " ", "In 1900 it rained.", "In 1901 it snowed."))
                .orElseThrow();

        assertThat(listing.items()).extracting(Listing.ListedItem::date).containsExactly("In", "In");
        assertThat(listing.items()).extracting(Listing.ListedItem::text).contains("In 1900 it rained.");
    }

    @Test
    void whatIsOneOrIsPutOtherwiseIsNoList() {
        assertThat(Listing.of(Answers.answer("m", "c", "Who repaired it?"))).isEmpty();
        assertThat(Listing.of(Answers.list(Form.LIST, "; ", "Ada"))).isEmpty();
        assertThat(Listing.of(Answers.list(Form.LIST, " and ", "Ada", "Bo"))).isEmpty();
        assertThat(Listing.of(Answers.list(Form.SENTENCES, " ", "It rained.", "It snowed.")))
                .isEmpty();
    }
}
