import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openapitools.client.ApiClient;
import org.openapitools.client.api.ChatsApi;
import org.openapitools.client.api.MediaApi;
import org.openapitools.client.api.MessagesApi;
import org.openapitools.client.model.AttachmentJson;
import org.openapitools.client.model.MessageJson;
import org.openapitools.client.model.NewGroup;
import org.openapitools.client.model.OpenChatJson;
import org.openapitools.client.model.SendRequest;
import org.openapitools.client.model.UploadJson;

/** A program of an integrator: uploads a file in one request and another resumably, and sends them to a group. */
class Upload {

    public static void main(String[] arguments) throws Exception {
        ApiClient client = new ApiClient();
        client.updateBaseUri(arguments[0]);
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + arguments[1]));
        File file = Files.writeString(Path.of(arguments[2], "hola.txt"), "hola").toFile();

        MediaApi media = new MediaApi(client);
        AttachmentJson whole = media.uploadMedia(file, "hola.txt", null, null);

        File rest = Files.writeString(Path.of(arguments[2], "adios.txt"), "adios").toFile();
        UploadJson begun = media.beginUpload(5L, "filename YWRpb3MudHh0", null); // by tus, the name in Base64
        media.appendToUpload(begun.getId(), 0L, rest, null);

        OpenChatJson group = new ChatsApi(client).createGroup(new NewGroup().name("Archivos"), null, null);
        MessageJson message = new MessagesApi(client)
                .sendMessageGroup(
                        group.getId(),
                        new SendRequest().text("").media(List.of(whole.getId(), begun.getId())),
                        null,
                        null);
        System.out.println(message.getMedia().size() + " " + message.getMedia().getLast().getName());
    }
}
