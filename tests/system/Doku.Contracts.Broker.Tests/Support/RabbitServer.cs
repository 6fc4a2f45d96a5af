using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Doku.Contracts.Tests.Shared;
using RabbitMQ.Client;

namespace Doku.Contracts.Broker.Tests.Support;

/// <summary>
/// A RabbitMQ server of the test's own on loopback, with its own data, ports and port mapper. It can be killed and started
/// again with the same data, and is gone with the test process, however that ends.
/// </summary>
internal sealed class RabbitServer : IAsyncDisposable
{
    private const string Program = "/usr/lib/rabbitmq/bin/rabbitmq-server";
    private const string IsUp = "Server startup complete";

    private readonly string _data = Directory.CreateTempSubdirectory("doku-rabbit-").FullName;
    private readonly int[] _ports = FreePorts(3);
    private readonly List<string> _said = [];
    private Process? _shell;

    internal Uri Address =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"amqp://guest:guest@127.0.0.1:{_ports[0]}")
        );

    /// <summary>What the servers said last, for the words of a failing test.</summary>
    internal string Said
    {
        get
        {
            lock (_said)
            {
                return string.Join("\n", _said.TakeLast(40));
            }
        }
    }

    internal async Task StartAsync(CancellationToken cancellationToken)
    {
        // Under systemd the script becomes the server instead of starting it, so its process is the one to kill.
        var script = $"""
            export RUNNING_UNDER_SYSTEMD=1 HOME='{_data}' RABBITMQ_NODENAME=doku{_ports[
                0
            ]}@localhost
            export RABBITMQ_NODE_IP_ADDRESS=127.0.0.1 RABBITMQ_NODE_PORT={_ports[
                0
            ]} RABBITMQ_DIST_PORT={_ports[1]}
            export ERL_EPMD_PORT={_ports[2]} ERL_EPMD_ADDRESS=127.0.0.1
            export RABBITMQ_MNESIA_BASE='{_data}/data' RABBITMQ_LOG_BASE='{_data}/log' RABBITMQ_LOGS=-
            export RABBITMQ_CONF_ENV_FILE='{_data}/none' RABBITMQ_CONFIG_FILE='{_data}/none'
            export RABBITMQ_ADVANCED_CONFIG_FILE='{_data}/none' RABBITMQ_ENABLED_PLUGINS_FILE='{_data}/plugins'
            export RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS='+S 2:2 +sbwt none -kernel inet_dist_use_interface {"{127,0,0,1}"}'
            printf '[].' > '{_data}/plugins'
            epmd -port {_ports[2]} -address 127.0.0.1 </dev/null >/dev/null 2>&1 &
            mapper=$!
            '{Tool.Require("RabbitMQ", Program)}' </dev/null &
            server=$!
            cat >/dev/null
            kill -9 $server $mapper
            wait
            """;
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var shell = new Process
        {
            StartInfo = new ProcessStartInfo("sh", ["-c", script])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        shell.OutputDataReceived += (_, line) => Hear(line.Data, ready);
        shell.ErrorDataReceived += (_, line) => Hear(line.Data, ready);
        shell.Start();
        _shell = shell;
        shell.BeginOutputReadLine();
        shell.BeginErrorReadLine();
        try
        {
            await ready.Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            throw new InvalidOperationException("RabbitMQ doesn't start: " + Said);
        }
    }

    /// <summary>Kills the server as it stands, by SIGKILL.</summary>
    internal async Task KillAsync()
    {
        if (_shell is { } shell)
        {
            _shell = null;
            shell.StandardInput.Close();
            await shell.WaitForExitAsync();
            shell.Dispose();
        }
    }

    /// <summary>How many messages and consumers the queue has, for the words of a failing test.</summary>
    internal async Task<string> LookAsync(CancellationToken cancellationToken)
    {
        var factory = new ConnectionFactory { Uri = Address };
        await using var connection = await factory.CreateConnectionAsync(cancellationToken);
        await using var channel = await connection.CreateChannelAsync(null, cancellationToken);
        var queue = await channel.QueueDeclarePassiveAsync("doku.notifications", cancellationToken);
        return $"{queue.MessageCount} messages are ready, {queue.ConsumerCount} consumers";
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Directory.Delete(_data, recursive: true);
    }

    private void Hear(string? line, TaskCompletionSource ready)
    {
        if (line is null)
        {
            return;
        }

        lock (_said)
        {
            _said.Add(line);
        }

        if (line.Contains(IsUp, StringComparison.Ordinal))
        {
            ready.TrySetResult();
        }
    }

    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable
            .Range(0, count)
            .Select(_ => new TcpListener(IPAddress.Loopback, 0))
            .ToList();
        listeners.ForEach(listener => listener.Start());
        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        listeners.ForEach(listener => listener.Dispose());
        return ports;
    }
}
