using Doku.Contracts.Sandbox;
using Xunit;

namespace Doku.Contracts.Testing;

/// <summary>
/// A sandbox that the tests of a class share, as xUnit's <c>IClassFixture</c>; or a collection's, or the assembly's.
/// Give each test an invoice number of its own. Tests that advance the clock or set faults for any call want a sandbox
/// to themselves: <see cref="DokuSandbox.StartAsync"/>, which serves other test frameworks too.
/// </summary>
public class DokuSandboxFixture : IAsyncLifetime
{
    private DokuSandbox? _sandbox;

    /// <summary>The sandbox.</summary>
    /// <exception cref="InvalidOperationException">It isn't started.</exception>
    public DokuSandbox Sandbox =>
        _sandbox
        ?? throw new InvalidOperationException(
            "The sandbox isn't started: xUnit does it where the fixture is a class, collection or assembly fixture."
        );

    /// <summary>Starts the sandbox.</summary>
    public async ValueTask InitializeAsync() =>
        _sandbox ??= await DokuSandbox.StartAsync(Configure).ConfigureAwait(false);

    /// <summary>Ends the sandbox.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _sandbox, null) is { } sandbox)
        {
            await sandbox.DisposeAsync().ConfigureAwait(false);
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Sets the sandbox's options. By default it opens no socket; a browser needs one.</summary>
    /// <param name="options">The options to change.</param>
    protected virtual void Configure(DokuSandboxOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.UseSocket = false;
    }
}
