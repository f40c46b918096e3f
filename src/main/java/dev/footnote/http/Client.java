package dev.footnote.http;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a request.
 *
 * @param address the IP address of the other end; for IPv6 the network's 64 bits, which one client has to itself
 * @param isDirectLoopback whether it comes from this very machine, addressed by a loopback name and not forwarded by
 *     a proxy, which may stand for anyone
 */
record Client(String address, boolean isDirectLoopback) {

    private static final List<String> FORWARDED =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via");

    static Client of(HttpServerRequest request) {
        InetAddress address = address(request);
        boolean direct = address != null
                && address.isLoopbackAddress()
                && FORWARDED.stream().noneMatch(name -> request.headers().contains(name))
                && request.authority() != null
                && isLoopbackName(request.authority().host());
        return new Client(address == null ? "unknown" : network(address), direct);
    }

    /** Whether a host is this machine whoever resolves it. */
    static boolean isLoopbackName(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || name.equals("[::1]")
                || name.equals("::1")
                || (name.startsWith("127.") && NetUtil.isValidIpV4Address(name));
    }

    private static @Nullable InetAddress address(HttpServerRequest request) {
        String host =
                request.remoteAddress() == null ? null : request.remoteAddress().hostAddress();
        byte[] bytes = host == null ? null : NetUtil.createByteArrayFromIpAddressString(host);
        try {
            return bytes == null ? null : InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            return null; // not an address: whoever it is, it is not this machine
        }
    }

    private static String network(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 4
                ? address.getHostAddress()
                : NetUtil.bytesToIpAddress(Arrays.copyOf(Arrays.copyOf(bytes, 8), 16)) + "/64";
    }
}
