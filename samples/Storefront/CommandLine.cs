using System.Globalization;

namespace Storefront;

/// <summary>What the program was asked to do.</summary>
internal sealed record CommandLine
{
    internal const string Usage = """
        Storefront: a sample shop and a DOKU sandbox, both on 127.0.0.1.

          storefront                 runs both until Ctrl+C, the shop on port 5080 and the sandbox on 5081;
                                     orders are kept beside the program, and are there again next time
          storefront --port 6080     the same on that port and the next; 0 takes free ones
          storefront --data <folder> keeps the orders there
          storefront --once          plays the whole story of an order without a browser, and ends by itself:
                                     exit code 0 only if every step really happened, 1 if one did not
          storefront --once --fault <name>
                                     breaks one thing first, to see that the story notices:
                                       wrong-secret           shop and sandbox hold different secret keys
                                       broken-limit           the order has a phone number with a letter
                                       withheld-notification  the sandbox tells nobody of the payment
          storefront --help          this text

        A command line that isn't understood ends with exit code 2.
        """;

    internal bool IsHelp { get; private init; }

    internal bool IsOnce { get; private init; }

    /// <summary>The shop's port; the sandbox has the next. 0 takes free ones.</summary>
    internal int Port { get; private init; } = 5080;

    /// <summary>The sandbox's port; 0 takes a free one.</summary>
    internal int SandboxPort => Port == 0 ? 0 : Port + 1;

    /// <summary>Where the databases of shop and sandbox are.</summary>
    internal string DataFolder { get; private init; } =
        Path.Combine(AppContext.BaseDirectory, "data");

    internal StoryFault Fault { get; private init; }

    /// <summary>Reads the arguments; null, with words for the user, when they aren't understood.</summary>
    internal static CommandLine? Read(ReadOnlySpan<string> arguments, out string complaint)
    {
        var line = new CommandLine();
        complaint = "";
        for (var i = 0; i < arguments.Length; i++)
        {
            var next = i + 1 < arguments.Length ? arguments[i + 1] : null;
            switch (arguments[i])
            {
                case "--help" or "-h":
                    line = line with { IsHelp = true };
                    break;
                case "--once":
                    line = line with { IsOnce = true };
                    break;
                case "--port" when TryReadPort(next, out var port):
                    line = line with { Port = port };
                    i++;
                    break;
                case "--data" when next is { Length: > 0 }:
                    line = line with { DataFolder = next };
                    i++;
                    break;
                case "--fault" when ReadFault(next) is { } fault:
                    line = line with { Fault = fault };
                    i++;
                    break;
                case "--port":
                    complaint = "--port needs a number from 0 to 65534.";
                    return null;
                case "--data":
                    complaint = "--data needs a folder.";
                    return null;
                case "--fault":
                    complaint =
                        "--fault needs wrong-secret, broken-limit or withheld-notification.";
                    return null;
                default:
                    complaint = $"'{arguments[i]}' isn't understood.";
                    return null;
            }
        }

        if (line is { Fault: not StoryFault.None, IsOnce: false })
        {
            complaint = "--fault goes with --once.";
            return null;
        }

        return line;
    }

    private static bool TryReadPort(string? text, out int port) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port)
        && port < 65535;

    private static StoryFault? ReadFault(string? name) =>
        name switch
        {
            "wrong-secret" => StoryFault.WrongSecret,
            "broken-limit" => StoryFault.BrokenLimit,
            "withheld-notification" => StoryFault.WithheldNotification,
            _ => null,
        };
}
