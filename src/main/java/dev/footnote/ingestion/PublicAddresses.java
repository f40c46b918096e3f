package dev.footnote.ingestion;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Distinguishes addresses of the public internet from those of this machine, of private networks and of special uses. */
final class PublicAddresses {

    /** What of IPv4 is not public, by the registries of special-purpose addresses (RFC 6890 and its successors). */
    private static final List<AddressBlock> NOT_PUBLIC = AddressBlock.all(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
            // Of IPv6, what looks public but is not, or leads to an IPv4 address that was not looked at.
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20");

    /** All of IPv6 that is given to networks. */
    private static final AddressBlock GLOBAL = AddressBlock.of("2000::/3");

    private PublicAddresses() {}

    /** Whether an address is one that anybody may reach. */
    static boolean contain(InetAddress address) {
        byte[] bytes = address.getAddress();
        return (bytes.length == 4 || GLOBAL.contains(bytes))
                && NOT_PUBLIC.stream().noneMatch(block -> block.contains(bytes));
    }

    /**
     * Addresses that begin alike.
     *
     * @param start the first of them
     * @param bits how many bits all of them share
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record AddressBlock(byte[] start, int bits) {

        static List<AddressBlock> all(String... blocks) {
            return List.of(blocks).stream().map(AddressBlock::of).toList();
        }

        static AddressBlock of(String block) {
            int slash = block.indexOf('/');
            try {
                // A literal: nothing is looked up.
                return new AddressBlock(
                        InetAddress.getByName(block.substring(0, slash)).getAddress(),
                        Integer.parseInt(block.substring(slash + 1)));
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException("Not a block of addresses: " + block, e);
            }
        }

        boolean contains(byte[] address) {
            if (address.length != start.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit & 7);
                if (((address[bit >> 3] ^ start[bit >> 3]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
