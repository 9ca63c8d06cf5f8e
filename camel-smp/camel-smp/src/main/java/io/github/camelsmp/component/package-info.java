/** The {@code smp:} endpoint of Apache Camel. */
package io.github.camelsmp.component;
