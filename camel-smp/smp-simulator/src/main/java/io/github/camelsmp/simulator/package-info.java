/**
 * Devices made of software, for tests and demonstrations: flash with slots, MCUboot, the SMP server of Zephyr or of
 * MCUboot's recovery, and lines that reach them.
 *
 * <pre>{@code
 * FirmwareImage next = FirmwareImage.ofSize("1.1.0", 200_000);
 * try (SimulatedDevice board = SimulatedDevice.builder("board-1")
 *         .running(FirmwareImage.ofSize("1.0.0", 200_000))
 *         .flash(FlashTiming.NRF52840)
 *         .build()) {
 *     UdpLine line = board.listenUdp(0);
 *     // reach it as "smp:" + line.address(), or as "smp:sim:board-1" from the same JVM,
 *     // upload next.bytes(), set next.hash() to be tested, reset ...
 *     assertThat(board.runningVersion()).hasValue("1.1.0");
 * }
 * }</pre>
 */
package io.github.camelsmp.simulator;
