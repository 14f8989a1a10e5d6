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

/**
 * A program of an integrator: uploads a file and sends it to a group. Not resumably, for the generated method of tus writes a
 * file as JSON: the generator knows no other binary type than {@code application/octet-stream}.
 */
class Upload {

    public static void main(String[] arguments) throws Exception {
        ApiClient client = new ApiClient();
        client.updateBaseUri(arguments[0]);
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + arguments[1]));
        File file = Files.writeString(Path.of(arguments[2], "hola.txt"), "hola").toFile();

        MediaApi media = new MediaApi(client);
        AttachmentJson whole = media.uploadMedia(file, "hola.txt", null, null);

        OpenChatJson group = new ChatsApi(client).createGroup(new NewGroup().name("Archivos"), null, null);
        MessageJson message = new MessagesApi(client)
                .sendMessageGroup(
                        group.getId(),
                        new SendRequest().text("").media(List.of(whole.getId())),
                        null,
                        null);
        System.out.println(message.getMedia().size() + " " + message.getMedia().getFirst().getName());
    }
}
