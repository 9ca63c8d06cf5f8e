/** The commands of {@code smp} in Camel's command line. */
package io.github.camelsmp.jbang;
