package jplay.modules.files.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Reads what is in a tar archive: ustar, with the long names of GNU and of POSIX. */
final class TarReader {
    private static final int BLOCK = 512;
    private static final int BUFFER = 1 << 16;
    private final InputStream in;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, String> more = new HashMap<>();

    private TarReader(InputStream in) {
        this.in = in;
    }

    /** All of it. @throws IOException when it is no tar archive */
    static List<Entry> read(InputStream in) throws IOException {
        var reader = new TarReader(in);
        var header = reader.block();
        if (header.length == 0) {
            throw new EOFException("nothing in it");
        }
        while (header.length == BLOCK && !isEmpty(header)) {
            reader.take(header);
            header = reader.block();
        }
        return reader.entries;
    }

    private byte[] block() throws IOException {
        return in.readNBytes(BLOCK);
    }

    private static boolean isEmpty(byte[] header) {
        for (var each : header) {
            if (each != 0) {
                return false;
            }
        }
        return true;
    }

    private void take(byte[] header) throws IOException {
        check(header);
        var size = number(header, 124, 12);
        switch ((char) header[156]) {
            case 'L' -> more.put("path", text(content(size)));
            case 'K' -> more.put("linkpath", text(content(size)));
            case 'x' -> extended(content(size));
            case 'g' -> content(size);
            default -> {
                entry(header, more.containsKey("size") ? Long.parseLong(more.get("size")) : size);
                more.clear();
            }
        }
    }

    private static void check(byte[] header) throws IOException {
        var sum = 0;
        for (var i = 0; i < BLOCK; i++) {
            sum += i >= 148 && i < 156 ? ' ' : header[i] & 0xff;
        }
        if (sum != number(header, 148, 8)) {
            throw new IOException("no tar archive");
        }
    }

    private void entry(byte[] header, long size) throws IOException {
        var kind =
                switch ((char) header[156]) {
                    case '0', '\0', '7' -> Entry.Kind.FILE;
                    case '1' -> Entry.Kind.HARD_LINK;
                    case '2' -> Entry.Kind.LINK;
                    case '5' -> Entry.Kind.FOLDER;
                    default -> Entry.Kind.OTHER;
                };
        var path = more.getOrDefault("path", name(header));
        if (kind == Entry.Kind.FILE && path.endsWith("/")) {
            kind = Entry.Kind.FOLDER;
        }
        var modified =
                more.containsKey("mtime")
                        ? (long) Math.floor(Double.parseDouble(more.get("mtime")))
                        : number(header, 136, 12);
        entries.add(
                new Entry(
                        kind == Entry.Kind.FOLDER && !path.endsWith("/") ? path + "/" : path,
                        kind,
                        (int) number(header, 100, 8) & 07777,
                        modified,
                        size,
                        digest(kind == Entry.Kind.FILE ? size : 0),
                        more.getOrDefault("linkpath", string(header, 157, 100))));
    }

    private static String name(byte[] header) {
        var prefix =
                string(header, 257, 6).startsWith("ustar") && header[262] == 0
                        ? string(header, 345, 155)
                        : "";
        var name = string(header, 0, 100);
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private String digest(long size) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-1");
            var left = size;
            while (left > 0) {
                var part = in.readNBytes((int) Math.min(BUFFER, left));
                if (part.length == 0) {
                    throw new EOFException("the archive is cut off");
                }
                digest.update(part);
                left -= part.length;
            }
            in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] content(long size) throws IOException {
        var bytes = in.readNBytes((int) Math.min(size, 1 << 20));
        in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        return bytes;
    }

    /** Records such as {@code 30 mtime=1577836800.5}, each with its length in front. */
    private void extended(byte[] records) {
        var at = 0;
        while (at < records.length) {
            var blank = at;
            while (blank < records.length && records[blank] != ' ') {
                blank++;
            }
            var length =
                    Integer.parseInt(
                            new String(records, at, blank - at, StandardCharsets.US_ASCII));
            var record =
                    new String(records, blank + 1, at + length - blank - 2, StandardCharsets.UTF_8);
            var sign = record.indexOf('=');
            more.put(record.substring(0, sign), record.substring(sign + 1));
            at += length;
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).replaceFirst("\0.*$", "");
    }

    private static String string(byte[] header, int from, int length) {
        var end = from;
        while (end < from + length && header[end] != 0) {
            end++;
        }
        return new String(header, from, end - from, StandardCharsets.UTF_8);
    }

    /** Octal text, or bytes when the first one says so. */
    private static long number(byte[] header, int from, int length) {
        if ((header[from] & 0x80) != 0) {
            var value = 0L;
            for (var i = from + length - 8; i < from + length; i++) {
                value = value << 8 | (header[i] & 0xff);
            }
            return value;
        }
        var text = string(header, from, length).strip();
        return text.isEmpty() ? 0 : Long.parseLong(text, 8);
    }
}
