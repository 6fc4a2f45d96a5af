using System.Text;
using System.Text.Json;
using Doku.Contracts.Sandbox.Signing;
using Doku.Contracts.Sandbox.Tests.Support;

namespace Doku.Contracts.Sandbox.Tests;

public sealed class SignatureVectorTests
{
    private static readonly JsonElement File = JsonDocument
        .Parse(
            System.IO.File.ReadAllText(
                Path.Combine(AppContext.BaseDirectory, "vectors", "signatures.json")
            )
        )
        .RootElement;

    public static TheoryData<string> Names { get; } =
        new(File.GetProperty("vectors").EnumerateArray().Select(vector => Text(vector, "name")));

    [Fact]
    public void Digests_as_the_vectors_say()
    {
        var digests = File.GetProperty("digests").EnumerateObject().ToList();

        Assert.NotEmpty(digests);
        Assert.All(
            digests,
            digest =>
                Assert.Equal(
                    digest.Value.GetString(),
                    SandboxSigner.Digest(Encoding.UTF8.GetBytes(digest.Name))
                )
        );
    }

    [Theory, MemberData(nameof(Names))]
    public void Signs_as_the_vector_says(string name)
    {
        var vector = Find(name);
        var signer = new SandboxSigner(Text(vector, "client_id"), Text(vector, "secret_key"));
        var body = vector.GetProperty("body").GetString();
        var digest = body is null ? null : SandboxSigner.Digest(Encoding.UTF8.GetBytes(body));

        var lines = signer.StringToSign(
            Text(vector, "request_id"),
            TimestampName(vector),
            Text(vector, "timestamp"),
            Text(vector, "request_target"),
            digest
        );

        Assert.Equal(vector.GetProperty("digest").GetString(), digest);
        Assert.Equal(Text(vector, "string_to_sign"), lines);
        Assert.Equal(
            Text(vector, "signature"),
            SandboxSigner.Prefix + Convert.ToBase64String(signer.Mac(lines))
        );
    }

    [Theory, MemberData(nameof(Names))]
    public void The_tests_own_signer_agrees_with_the_vector(string name)
    {
        var vector = Find(name);
        var body = vector.GetProperty("body").GetString();

        var signature = WireSigner.Sign(
            Text(vector, "secret_key"),
            body is null ? null : Encoding.UTF8.GetBytes(body),
            ("Client-Id", Text(vector, "client_id")),
            ("Request-Id", Text(vector, "request_id")),
            (TimestampName(vector), Text(vector, "timestamp")),
            ("Request-Target", Text(vector, "request_target"))
        );

        Assert.Equal(Text(vector, "signature"), signature);
    }

    private static JsonElement Find(string name) =>
        File.GetProperty("vectors").EnumerateArray().Single(vector => Text(vector, "name") == name);

    private static string TimestampName(JsonElement vector) =>
        Text(vector, "kind") == "response" ? "Response-Timestamp" : "Request-Timestamp";

    private static string Text(JsonElement vector, string member) =>
        vector.GetProperty(member).GetString()!;
}
