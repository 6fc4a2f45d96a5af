using Doku.Contracts.Kredivo;
using Doku.Contracts.Runtime;
using Doku.Contracts.Runtime.Assertions;
using Assert = Doku.Contracts.Runtime.Assertions.Assert;

namespace Doku.Contracts.Transport.Tests.Support;

/// <summary>A contract small enough to write by hand: <c>{"id":…}</c>, of at most 40 characters.</summary>
internal sealed record Parcel(string Id) : IContract<Parcel>
{
    internal static readonly ContractOperation<Parcel, Parcel> Send = new(
        "Parcels.Send",
        HttpMethod.Post,
        "/parcels/v1/send"
    )
    {
        ErrorMembers = KredivoOperations.GenerateOrder.ErrorMembers,
    };

    internal static readonly ContractOperation<Parcel> Find = new(
        "Parcels.Find",
        HttpMethod.Get,
        "/parcels/v1/{id}"
    );

    /// <summary>An id without a number sign is advised.</summary>
    public static Assertion? Advice { get; } =
        Assert.Properties(("id", Assert.Pattern(new ContractPattern("^[^#]*$"))));

    public static Parcel? Read(ref ContractReader reader)
    {
        if (!reader.BeginObject())
        {
            return null;
        }

        string? id = null;
        HashSet<string>? others = null;
        var seen = 0UL;
        while (reader.NextMember(out var name))
        {
            if (!name.SequenceEqual("id"u8))
            {
                reader.Unknown(name, ref others, isClosed: false);
            }
            else if (reader.IsFirst(ref seen, 0))
            {
                id = reader.ReadString();
            }
        }

        if (id is null)
        {
            reader.Errors.AddAt("/id", ContractErrorCodes.Required, "must be there");
        }

        return id is null ? null : new Parcel(id);
    }

    public static void Write(Parcel value, ref ContractWriter writer)
    {
        writer.Raw("{\"id\":"u8);
        writer.String(value.Id);
        writer.Raw("}"u8);
    }

    public static void Validate(Parcel value, ref ContractErrorSink errors)
    {
        if (value.Id.Length > 40)
        {
            errors.AddAt("/id", ContractErrorCodes.MaxLength, "must have at most 40 characters");
        }
    }
}
