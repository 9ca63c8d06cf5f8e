/** The command line: {@code smp ...}, and {@code camel smp ...} where Camel's command line hangs it in. */
package io.github.camelsmp.cli;
