/** The {@code smp:} endpoint in Spring Boot applications: its options as properties. */
package io.github.camelsmp.springboot;
