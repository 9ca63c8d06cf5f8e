package com.example.thermostat;

import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.SmpOp;
import io.github.camelsmp.protocol.SmpRequest;

/** A group of a user's own firmware, written with nothing but what is public. */
final class ThermostatGroup {

    static final int ID = 65;

    private ThermostatGroup() {}

    /** Sets the temperature of a room. */
    record SetTarget(String room, double celsius) implements SmpRequest<Target> {
        @Override
        public SmpOp op() {
            return SmpOp.WRITE;
        }

        @Override
        public int group() {
            return ID;
        }

        @Override
        public int command() {
            return 3;
        }

        @Override
        public CborMap payload() {
            return CborMap.builder().put("room", room).put("celsius", celsius).build();
        }

        @Override
        public Target readResponse(CborMap payload) {
            return new Target(payload.text("room"), payload.flag("heating"));
        }

        @Override
        public boolean repeatable() {
            return true;
        }
    }

    /** What the thermostat makes of it. */
    record Target(String room, boolean heating) {}
}
