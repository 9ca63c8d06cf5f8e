package io.github.camelsmp.jbang;

import io.github.camelsmp.cli.SmpCommand;
import org.apache.camel.dsl.jbang.core.commands.CamelJBangMain;
import org.apache.camel.dsl.jbang.core.common.CamelJBangPlugin;
import org.apache.camel.dsl.jbang.core.common.Plugin;
import picocli.CommandLine;

/** Hangs {@code smp} under {@code camel}. Camel finds it by the name of its artifact and a file in its jar. */
@CamelJBangPlugin(name = "camel-jbang-plugin-smp", firstVersion = "4.17.0")
public final class SmpPlugin implements Plugin {

    @Override
    public void customize(CommandLine commandLine, CamelJBangMain main) {
        commandLine.addSubcommand("smp", SmpCommand.commandLine());
    }
}
