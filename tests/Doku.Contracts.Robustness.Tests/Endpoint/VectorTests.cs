using Doku.Contracts.AspNetCore;
using Doku.Contracts.Fuzz.Wire;
using Doku.Contracts.Robustness.Tests.Support;
using Doku.Contracts.Transport;
using Doku.Contracts.Vectors;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Doku.Contracts.Robustness.Tests.Endpoint;

/// <summary>The notifications of the conformance kit, through the endpoint: headers that come twice or not at all too.</summary>
public sealed class VectorTests
{
    // A request names no such target: a server makes a path with a slash of it before the endpoint sees it.
    private static readonly string[] NoTargets =
    [
        "notification-refused-target-empty",
        "notification-refused-target-first-slash-removed",
        "notification-refused-target-host-added",
    ];

    public static TheoryData<string> Positive => Names(VectorFile.Positive);

    public static TheoryData<string> Negative =>
        Names(VectorFile.Negative.Where(vector => !NoTargets.Contains(vector.Name)));

    [Theory]
    [MemberData(nameof(Positive))]
    public void Lets_in(string name)
    {
        var vector = VectorFile.Find(name);
        Verified<Doku.Contracts.Common.PaylaterNotification>? taken = null;
        using var desk = Open(vector);
        desk.Work = notification => taken = notification;

        var answer = desk.Send(Request(vector));

        // The kit's bodies are of all kinds; behind the verifier, most aren't this contract's.
        Assert.True(answer.Status is 200 or 400, $"{answer.Status}");
        Assert.Equal(answer.Status == 200 ? vector.KeyId : null, taken?.KeyId);
    }

    [Theory]
    [MemberData(nameof(Negative))]
    public void Refuses(string name)
    {
        var vector = VectorFile.Find(name);
        using var desk = Open(vector);

        Assert.Equal(WireAnswer.Refusal, desk.Send(Request(vector)));
        Assert.Equal(0, desk.Handled);
    }

    [Fact]
    public void Only_what_is_no_target_is_left_out()
    {
        Assert.All(
            NoTargets,
            name => Assert.False(VectorFile.Find(name).Target.StartsWith('/'), name)
        );
        Assert.Equal(Negative.Count + NoTargets.Length, Names(VectorFile.Negative).Count);
        Assert.True(Positive.Count >= 70 && Negative.Count >= 190);
    }

    private static WireRequest Request(MessageVector vector) =>
        new()
        {
            Target = vector.Target,
            Headers = vector.Headers,
            Body = vector.Body ?? [],
        };

    private static Desk Open(MessageVector vector)
    {
        var account = new DokuOptions
        {
            ClientId = vector.ExpectedClientId,
            RequestTargetIncludesQuery = true,
        };
        foreach (var key in vector.Keys)
        {
            account.Keys.Add(
                new DokuKey
                {
                    Id = key.Id,
                    Secret = key.Secret,
                    NotBefore = key.NotBefore,
                    NotAfter = key.NotAfter,
                }
            );
        }

        return new Desk(
            options =>
            {
                options.MaxBodyBytes = 2 * 1024 * 1024;
                options.Freshness = NotificationFreshness.AnyAge;
            },
            // Past the rules for options, which many of the kit's keys break: the verifier must hold without them.
            services => services.AddSingleton<IOptionsMonitor<DokuOptions>>(new Fixed(account)),
            vector.Moment,
            // The kit's notifications go to many paths.
            "{**anywhere}"
        );
    }

    private static TheoryData<string> Names(IEnumerable<MessageVector> vectors) =>
        [.. vectors.Where(vector => vector.Kind == "notification").Select(vector => vector.Name)];

    private sealed class Fixed(DokuOptions options) : IOptionsMonitor<DokuOptions>
    {
        public DokuOptions CurrentValue => options;

        public DokuOptions Get(string? name) => options;

        public IDisposable? OnChange(Action<DokuOptions, string?> listener) => null;
    }
}
