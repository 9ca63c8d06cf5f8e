package io.github.camelsmp.simulator.flash;

import io.github.camelsmp.simulator.flash.FlashFault.Operation;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * A partition of flash. Writing can only clear bits, as in the real thing: what was not erased before becomes the
 * conjunction of old and new.
 *
 * <p>An erased page costs no memory, and what the factory put there is shared by all devices that were given the same
 * array.
 */
public final class FlashArea {

    private static final byte[] FACTORY = {};

    private final Flash flash;
    private final int size;
    private final int pageSize;
    private final byte[][] pages;
    private byte[] factory = FACTORY;

    /**
     * @param size bytes, a multiple of the page size
     */
    public FlashArea(Flash flash, int size) {
        this.flash = flash;
        this.size = size;
        this.pageSize = flash.timing().pageSize();
        if (size <= 0 || size % pageSize != 0) {
            throw new IllegalArgumentException(
                    "a flash area of " + size + " bytes does not consist of pages of " + pageSize);
        }
        this.pages = new byte[size / pageSize][];
    }

    /** Bytes. */
    public int size() {
        return size;
    }

    /** Bytes that are erased together. */
    public int pageSize() {
        return pageSize;
    }

    /** Replaces the content by what the factory programmed; takes no time. The array is not copied. */
    public void program(byte[] content) {
        if (content.length > size) {
            throw new IllegalArgumentException(content.length + " bytes do not fit a slot of " + size);
        }
        factory = content;
        Arrays.fill(pages, null);
        Arrays.fill(pages, 0, (content.length + pageSize - 1) / pageSize, FACTORY);
    }

    /**
     * Reads a part of the area.
     *
     * @throws FlashFault if a test asked for one
     */
    public byte[] read(int offset, int length) {
        requireInside(offset, length);
        flash.failIfAsked(Operation.READ);
        byte[] bytes = new byte[length];
        copy(offset, bytes);
        return bytes;
    }

    private void copy(int offset, byte[] target) {
        int done = 0;
        while (done < target.length) {
            int inPage = (offset + done) % pageSize;
            int count = Math.min(target.length - done, pageSize - inPage);
            copyFromPage((offset + done) / pageSize, inPage, target, done, count);
            done += count;
        }
    }

    private void copyFromPage(int page, int inPage, byte[] target, int at, int count) {
        byte[] content = pages[page];
        if (content == null) {
            Arrays.fill(target, at, at + count, (byte) 0xff);
        } else if (content == FACTORY) {
            int start = Math.min(page * pageSize + inPage, factory.length);
            int there = Math.min(count, factory.length - start);
            System.arraycopy(factory, start, target, at, there);
            Arrays.fill(target, at + there, at + count, (byte) 0xff);
        } else {
            System.arraycopy(content, inPage, target, at, count);
        }
    }

    /** Feeds a part of the area to a digest. */
    public void digest(int offset, int length, MessageDigest digest) {
        requireInside(offset, length);
        byte[] chunk = new byte[Math.min(length, pageSize)];
        for (int at = offset; at < offset + length; at += chunk.length) {
            if (offset + length - at < chunk.length) {
                chunk = new byte[offset + length - at];
            }
            copy(at, chunk);
            digest.update(chunk);
        }
    }

    /** Whether every byte of a part is erased. */
    public boolean isErased(int offset, int length) {
        requireInside(offset, length);
        for (int at = offset; at < offset + length; ) {
            int count = Math.min(pageSize - at % pageSize, offset + length - at);
            if (pages[at / pageSize] != null && !allSet(at, count)) {
                return false;
            }
            at += count;
        }
        return true;
    }

    private boolean allSet(int offset, int length) {
        byte[] bytes = new byte[length];
        copy(offset, bytes);
        for (byte b : bytes) {
            if (b != (byte) 0xff) {
                return false;
            }
        }
        return true;
    }

    /**
     * Writes bytes.
     *
     * @throws FlashFault if a test asked for one; nothing is written then
     * @throws PowerLost if power fails on the way; the bytes before are written
     */
    public void write(int offset, ByteBuffer bytes) {
        int length = bytes.remaining();
        requireInside(offset, length);
        flash.failIfAsked(Operation.WRITE);
        int granted = flash.spendBytes(length);
        for (int done = 0; done < granted; ) {
            int inPage = (offset + done) % pageSize;
            int count = Math.min(granted - done, pageSize - inPage);
            byte[] page = ownPage((offset + done) / pageSize);
            for (int i = 0; i < count; i++) {
                page[inPage + i] &= bytes.get(bytes.position() + done + i);
            }
            done += count;
        }
        if (granted < length) {
            throw flash.powerLost();
        }
    }

    /** As {@link #write(int, ByteBuffer)}. */
    public void write(int offset, byte[] bytes) {
        write(offset, ByteBuffer.wrap(bytes));
    }

    private byte[] ownPage(int page) {
        byte[] content = pages[page];
        if (content == null || content == FACTORY) {
            byte[] own = new byte[pageSize];
            copyFromPage(page, 0, own, 0, pageSize);
            pages[page] = own;
        }
        return pages[page];
    }

    /**
     * Erases whole pages.
     *
     * @param offset start of a page
     * @param length rounded up to whole pages
     * @throws FlashFault if a test asked for one; nothing is erased then
     * @throws PowerLost if power fails on the way; a page is left half erased
     */
    public void erase(int offset, int length) {
        if (offset % pageSize != 0) {
            throw new IllegalArgumentException("offset " + offset + " is not the start of a page of " + pageSize);
        }
        requireInside(offset, length);
        flash.failIfAsked(Operation.ERASE);
        for (int page = offset / pageSize; page * pageSize < offset + length; page++) {
            if (!flash.spendPage()) {
                Arrays.fill(ownPage(page), 0, pageSize / 2, (byte) 0xff);
                throw flash.powerLost();
            }
            pages[page] = null;
        }
    }

    /** Erases the whole area. */
    public void eraseAll() {
        erase(0, size);
    }

    private void requireInside(int offset, int length) {
        if (offset < 0 || length < 0 || offset > size - length) {
            throw new IndexOutOfBoundsException(
                    length + " bytes from " + offset + " reach out of a flash area of " + size);
        }
    }
}
