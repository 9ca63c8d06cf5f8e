package io.github.camelsmp.simulator.line;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Pointer;

/** What a pseudo-terminal needs of the C library. A call that fails throws its {@code errno}. */
interface LibC extends Library {

    int posix_openpt(int flags) throws LastErrorException;

    int grantpt(int master) throws LastErrorException;

    int unlockpt(int master) throws LastErrorException;

    int ptsname_r(int master, byte[] name, long size) throws LastErrorException;

    int open(String path, int flags) throws LastErrorException;

    int close(int descriptor) throws LastErrorException;

    int pipe(int[] ends) throws LastErrorException;

    long read(int descriptor, byte[] target, long size) throws LastErrorException;

    long write(int descriptor, byte[] source, long size) throws LastErrorException;

    int poll(Pointer descriptors, long count, int timeout) throws LastErrorException;

    int tcgetattr(int terminal, Pointer settings) throws LastErrorException;

    int tcsetattr(int terminal, int when, Pointer settings) throws LastErrorException;

    void cfmakeraw(Pointer settings);
}
