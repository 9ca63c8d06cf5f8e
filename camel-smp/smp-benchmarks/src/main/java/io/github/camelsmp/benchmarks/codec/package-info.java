/** How fast messages become bytes on the wire and bytes messages, measured with JMH. */
package io.github.camelsmp.benchmarks.codec;
